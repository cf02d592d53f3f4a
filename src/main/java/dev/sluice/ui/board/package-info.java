/// The board: every release known, to choose one from.
@NullMarked
package dev.sluice.ui.board;

import org.jspecify.annotations.NullMarked;
