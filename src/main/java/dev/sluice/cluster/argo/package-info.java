/// Argo Rollouts: how its releases are acted upon.
@NullMarked
package dev.sluice.cluster.argo;

import org.jspecify.annotations.NullMarked;
