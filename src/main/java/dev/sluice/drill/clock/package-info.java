/// The drill's time: it may run faster than the wall's, jump ahead, or be moved by hand.
@NullMarked
package dev.sluice.drill.clock;

import org.jspecify.annotations.NullMarked;
