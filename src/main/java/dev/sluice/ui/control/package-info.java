/// Controls the screens are made of, each driven by a small immutable view.
@NullMarked
package dev.sluice.ui.control;

import org.jspecify.annotations.NullMarked;
