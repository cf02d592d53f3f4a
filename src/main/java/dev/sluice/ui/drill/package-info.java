/// What can be practised, what is practised now, and what is said of it afterwards.
@NullMarked
package dev.sluice.ui.drill;

import org.jspecify.annotations.NullMarked;
