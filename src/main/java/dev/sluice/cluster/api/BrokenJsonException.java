package dev.sluice.cluster.api;

import java.io.IOException;
import java.io.Serial;

/// An answer that is not JSON, and where that showed. It quotes nothing of it.
public final class BrokenJsonException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final long line;
  private final long column;

  /// @param line from 1
  /// @param column from 1, in bytes
  public BrokenJsonException(long line, long column) {
    super("no JSON at line " + line + ", column " + column);
    this.line = line;
    this.column = column;
  }

  long line() {
    return line;
  }

  long column() {
    return column;
  }
}
