/// Simulated requests to the drill's Rollouts, split as the cluster would split them, and the
/// metrics that pods, ingress controller, kubelet and kube-state-metrics would show of them.
@NullMarked
package dev.sluice.drill.traffic;

import org.jspecify.annotations.NullMarked;
