package dev.sluice.ui.release;

import dev.sluice.ui.control.Mark;

/// One line of the timeline.
///
/// @param time `14:02`
/// @param who did it or says so
/// @param reason the event's own word for it: `RolledBack`
public record MomentView(Mark mark, String time, String who, String words, String reason) {}
