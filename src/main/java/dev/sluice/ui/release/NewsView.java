package dev.sluice.ui.release;

import dev.sluice.ui.control.Mark;

/// Something about a release that has to be said above everything else.
///
/// @param detail clocks or a hint, may be empty
public record NewsView(Mark mark, String words, String detail) {}
