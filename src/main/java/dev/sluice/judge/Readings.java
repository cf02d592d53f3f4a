package dev.sluice.judge;

import dev.sluice.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was measured of a release's two revisions over one stretch of time.
///
/// @param from start of the stretch
/// @param to end of the stretch, the moment the metrics server was asked for
/// @param pairs one pair a signal; a signal without a pair was not asked for or failed
/// @param notices what the metrics server or its answers warn of; shown, never ignored
/// @param sides which revisions were asked for: by the time the values are looked at, the release
///   may have swapped its own
public record Readings(
    Instant from, Instant to, Map<Signal, Pair> pairs, List<Words> notices, Sides sides) {

  /// Readings that do not say which revisions they are of.
  public Readings(Instant from, Instant to, Map<Signal, Pair> pairs, List<Words> notices) {
    this(from, to, pairs, notices, Sides.UNTOLD);
  }

  public Readings {
    pairs = Map.copyOf(pairs);
    notices = List.copyOf(notices);
  }

  /// The two revisions' values at the same times.
  public record Pair(Series canary, Series stable) {

    /// Nothing measured on either side.
    public static final Pair EMPTY = new Pair(Series.EMPTY, Series.EMPTY);
  }

  /// The revisions of a pair, by pod hash.
  public record Sides(Optional<String> canary, Optional<String> stable) {

    /// Nobody said.
    public static final Sides UNTOLD = new Sides(Optional.empty(), Optional.empty());
  }

  /// What was measured of the revision with that pod hash; nothing for one that was not asked for.
  public Series of(String podHash, Signal signal) {
    if (sides.canary().filter(podHash::equals).isPresent()) {
      return pair(signal).canary();
    }
    return sides.stable().filter(podHash::equals).isPresent()
        ? pair(signal).stable()
        : Series.EMPTY;
  }

  /// The pair of that signal, empty series where there is none.
  public Pair pair(Signal signal) {
    return pairs.getOrDefault(signal, Pair.EMPTY);
  }
}
