package dev.sluice.ui.release;

import dev.sluice.state.LogTail;

/// The log that is being read.
public record LogView(LogTail.Source source, String title, Body body) {

  /// What can be shown of it.
  public sealed interface Body {

    /// Asked for, no answer yet.
    record Loading() implements Body {}

    /// The last lines, oldest first.
    record Lines(String text) implements Body {}

    /// Nothing to show, and why: it is empty, gone, or not for this user.
    record None(String why, boolean failed) implements Body {}
  }
}
