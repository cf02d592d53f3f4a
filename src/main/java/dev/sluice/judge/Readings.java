package dev.sluice.judge;

import dev.sluice.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What was measured of a release's two revisions over one stretch of time.
///
/// @param from start of the stretch
/// @param to end of the stretch, the moment the metrics server was asked for
/// @param pairs one pair a signal; a signal without a pair was not asked for or failed
/// @param notices what the metrics server or its answers warn of; shown, never ignored
public record Readings(Instant from, Instant to, Map<Signal, Pair> pairs, List<Words> notices) {

  public Readings {
    pairs = Map.copyOf(pairs);
    notices = List.copyOf(notices);
  }

  /// The two revisions' values at the same times.
  public record Pair(Series canary, Series stable) {

    /// Nothing measured on either side.
    public static final Pair EMPTY = new Pair(Series.EMPTY, Series.EMPTY);
  }

  /// The pair of that signal, empty series where there is none.
  public Pair pair(Signal signal) {
    return pairs.getOrDefault(signal, Pair.EMPTY);
  }
}
