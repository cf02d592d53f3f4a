package dev.sluice.reports;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;

/// A file that is no report that we read.
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;
  private final int line;
  private final int column;
  private final transient Words words;

  /// @param line 1-based, 0 for the file as a whole
  Unreadable(int line, int column, Words words) {
    super(words.key(), null, false, false);
    this.line = line;
    this.column = column;
    this.words = words;
  }

  Unreadable(Words words) {
    this(0, 0, words);
  }

  Failure failure(String source) {
    return new Failure.BadInput(source, Math.max(0, line), Math.max(0, column), words);
  }
}
