/// Kubeconfig files: read safely, merged as kubectl merges them, a result for each context.
@NullMarked
package dev.sluice.cluster.kubeconfig;

import org.jspecify.annotations.NullMarked;
