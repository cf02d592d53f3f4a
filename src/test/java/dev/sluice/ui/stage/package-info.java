/// What the window's tests stand on.
@NullMarked
package dev.sluice.ui.stage;

import org.jspecify.annotations.NullMarked;
