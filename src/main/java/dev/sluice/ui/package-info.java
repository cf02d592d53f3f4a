/// The window: what all its screens share.
@NullMarked
package dev.sluice.ui;

import org.jspecify.annotations.NullMarked;
