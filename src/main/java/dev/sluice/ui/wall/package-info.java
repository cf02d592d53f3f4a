/// The wall: what is read from five metres.
@NullMarked
package dev.sluice.ui.wall;

import org.jspecify.annotations.NullMarked;
