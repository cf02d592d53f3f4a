/// Goes anywhere by a few letters.
@NullMarked
package dev.sluice.ui.palette;

import org.jspecify.annotations.NullMarked;
