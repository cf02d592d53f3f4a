/// What can be made to go wrong between the console and the drill's API server.
@NullMarked
package dev.sluice.drill.faults;

import org.jspecify.annotations.NullMarked;
