package dev.sluice.ui.release;

import dev.sluice.ui.control.Mark;

/// Something that stands against an action.
///
/// @param name a word or two for it, or the sentence where there are none
/// @param words a sentence
/// @param change what would take it away; may be empty
/// @param gate whether it is a gate that holds
public record Obstacle(Mark mark, String name, String words, String change, boolean gate) {

  /// What would take it away, on a line of its own.
  public String line() {
    return change.isEmpty() ? "" : Character.toUpperCase(change.charAt(0)) + change.substring(1);
  }

  /// One that has no name.
  public Obstacle(Mark mark, String words, String change) {
    this(mark, words, words, change, false);
  }
}
