/// Spoils what others wrote, to see what reads it.
@NullMarked
package dev.sluice.fuzz;

import org.jspecify.annotations.NullMarked;
