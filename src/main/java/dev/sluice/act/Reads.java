package dev.sluice.act;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a pursuit reads its release: one read at a time, and a rest after one that failed.
///
/// @param under the read whose answer is awaited
/// @param due when the next one is ordered, if nothing asks for it earlier
/// @param rest none is ordered before
record Reads(Optional<Read> under, Instant due, Instant rest) {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// After this long without an answer none is expected any more: longer than any time-out of the
  /// adapters.
  static final Duration LOST = Duration.ofMinutes(1);

  /// A read on its way.
  ///
  /// @param at when it was ordered
  /// @param outdated a write was sent since, so that the answer may not know of it
  record Read(Instant at, boolean outdated) {}

  static Reads from(Instant begun) {
    return new Reads(Optional.empty(), begun.plus(PATIENCE), begun);
  }

  boolean possible(Instant now) {
    boolean waiting = under.filter(read -> read.at().plus(LOST).isAfter(now)).isPresent();
    return !waiting && !rest.isAfter(now);
  }

  Reads order(Instant now) {
    return new Reads(Optional.of(new Read(now, false)), now.plus(PATIENCE), rest);
  }

  Reads answered() {
    return new Reads(Optional.empty(), due, rest);
  }

  Reads outdate() {
    return new Reads(under.map(read -> new Read(read.at(), true)), due, rest);
  }

  /// The next one at `at` or before.
  Reads by(Instant at) {
    return at.isBefore(due) ? new Reads(under, at, rest) : this;
  }

  /// The next one at `at`, and none before.
  Reads restUntil(Instant at) {
    return new Reads(under, at, at);
  }
}
