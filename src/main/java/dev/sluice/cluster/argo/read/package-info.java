/// Argo rollouts as releases: the projection of the objects, and the watch that keeps it current.
@NullMarked
package dev.sluice.cluster.argo.read;

import org.jspecify.annotations.NullMarked;
