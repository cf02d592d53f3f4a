/// The cluster of the drill as its own controllers and its traffic see it: the seam between the
/// embedded API server, the Rollouts controller and the simulated traffic.
@NullMarked
package dev.sluice.drill.world;

import org.jspecify.annotations.NullMarked;
