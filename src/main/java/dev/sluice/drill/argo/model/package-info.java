/// Rollouts and ReplicaSets as the controller reads and writes them.
@NullMarked
package dev.sluice.drill.argo.model;

import org.jspecify.annotations.NullMarked;
