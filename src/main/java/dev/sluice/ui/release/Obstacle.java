package dev.sluice.ui.release;

import dev.sluice.ui.control.Mark;

/// Something that stands against an action.
///
/// @param words a sentence
/// @param change what would take it away; may be empty
public record Obstacle(Mark mark, String words, String change) {}
