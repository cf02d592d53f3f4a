/// What drives the drill's controllers.
@NullMarked
package dev.sluice.drill.control;

import org.jspecify.annotations.NullMarked;
