package dev.sluice.ui.shell;

import java.time.Duration;
import java.time.Instant;

/// What was just done, said for a while.
///
/// @param since when it was said, on this machine's clock as the state tells it
record Note(String words, Instant since) {
  static final Note NONE = new Note("", Instant.EPOCH);

  private static final Duration FOR = Duration.ofSeconds(10);

  /// The words, or nothing once they are old.
  String at(Instant now) {
    return since.plus(FOR).isAfter(now) ? words : "";
  }
}
