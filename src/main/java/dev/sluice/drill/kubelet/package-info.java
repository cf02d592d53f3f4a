/// What a cluster does by itself: pods for ReplicaSets, their lives and their logs, the limits of
/// autoscalers, the addresses behind Services, the end of old Events.
@NullMarked
package dev.sluice.drill.kubelet;

import org.jspecify.annotations.NullMarked;
