/// The drill's Rollouts controller: the state machine of Argo Rollouts 1.10.1, held to the real one
/// by traces recorded on it.
@NullMarked
package dev.sluice.drill.argo;

import org.jspecify.annotations.NullMarked;
