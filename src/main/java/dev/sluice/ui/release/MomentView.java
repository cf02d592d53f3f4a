package dev.sluice.ui.release;

import dev.sluice.ui.control.Mark;

/// One line of the timeline.
///
/// @param time of day, UTC
public record MomentView(Mark mark, String time, String who, String words) {}
