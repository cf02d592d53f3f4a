/// The window around the screens: top bar, rail, keyboard.
@NullMarked
package dev.sluice.ui.shell;

import org.jspecify.annotations.NullMarked;
