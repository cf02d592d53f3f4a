package dev.sluice.cluster.api;

import java.io.IOException;

/// An answer went over its limit.
final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long limit;

  TooLargeException(long limit) {
    super("more than " + limit + " bytes");
    this.limit = limit;
  }

  long limit() {
    return limit;
  }
}
