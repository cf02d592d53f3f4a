package dev.sluice.drill.debrief;

import java.time.Duration;

/// The best that somebody did in a scenario so far.
///
/// @param safe from the first hurt user until all were safe, by the watch
/// @param bad requests that users would complain about
public record Best(Duration safe, long bad) {

  /// Sooner safe is better; at the same time, fewer bad requests.
  boolean beats(Best other) {
    int sooner = safe.compareTo(other.safe);
    return sooner < 0 || (sooner == 0 && bad < other.bad);
  }
}
