package dev.sluice.conduct;

import dev.sluice.gate.Limits;
import dev.sluice.gate.SignalFigures;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the canary breaks an absolute limit: for as long as measurements have to be fresh each
/// one was over it, and there were enough of them, while the stable revision kept within it. Then
/// nothing more has to be compared, and what harms both is not the canary's fault. Once all users
/// are on the canary, the stable revision is taken at its word from before, not by the last
/// requests that it drains, and where it has none the limit decides alone.
///
/// @param alone since when all users are on the canary, now where that is not known; empty as long
///   as they are not
/// @param now on the clock of the readings' times
public record Regression(Limits limits, Readings readings, Optional<Instant> alone, Instant now) {

  private static final int ENOUGH = 3;
  private static final Duration SPAN = Duration.ofSeconds(45);

  /// What is broken, if anything is.
  public Optional<Words> found() {
    return Stream.of(Signal.ERROR_RATE, Signal.LATENCY_P99)
        .filter(this::broken)
        .findFirst()
        .map(this::words);
  }

  /// That it is over its limit at the newest measurement, which proves nothing yet. Not said where
  /// the stable revision is, or was, over it as well: going back would not help.
  public Optional<Words> shown(Signal signal) {
    var pair = readings.pair(signal);
    long from = now.minus(limits.freshness()).toEpochMilli();
    return exceeds(pair.canary(), from, limit(signal)) && !excused(pair.stable(), from, signal)
        ? Optional.of(words(signal))
        : Optional.empty();
  }

  private boolean excused(Series stable, long from, Signal signal) {
    double limit = limit(signal);
    return alone
        .map(since -> !wasWithin(stable, since, limit))
        .orElseGet(() -> exceeds(stable, from, limit));
  }

  private static boolean exceeds(Series series, long from, double limit) {
    return series.latest(from).orElse(Double.NaN) > limit;
  }

  private boolean broken(Signal signal) {
    var pair = readings.pair(signal);
    long from = now.minus(limits.freshness()).toEpochMilli();
    var lately = pair.canary().between(from, now.toEpochMilli() + 1);
    return over(lately, limit(signal))
        && alone
            .map(since -> wasWithin(pair.stable(), since, limit(signal)))
            .orElseGet(() -> within(pair.stable(), from, limit(signal)));
  }

  private static boolean over(Series series, double limit) {
    int count = 0;
    long first = Long.MAX_VALUE;
    for (int i = 0; i < series.size(); i++) {
      if (!Double.isNaN(series.value(i))) {
        if (series.value(i) <= limit) {
          return false;
        }
        count++;
        first = Math.min(first, series.time(i));
      }
    }
    return count >= ENOUGH && series.lastMeasured() - first >= SPAN.toMillis();
  }

  /// A stable revision of which nothing is known excuses nothing, and accuses nobody.
  private static boolean within(Series stable, long from, double limit) {
    var newest = stable.latest(from);
    return newest.isPresent() && newest.getAsDouble() <= limit;
  }

  /// It was not where most of what was measured of it was over the limit.
  private static boolean wasWithin(Series stable, Instant until, double limit) {
    var before = stable.between(Long.MIN_VALUE, until.toEpochMilli());
    int balance = 0;
    for (int i = 0; i < before.size(); i++) {
      if (!Double.isNaN(before.value(i))) {
        balance += before.value(i) > limit ? 1 : -1;
      }
    }
    return balance <= 0;
  }

  private double limit(Signal signal) {
    return limits.of(signal).orElseThrow();
  }

  private Words words(Signal signal) {
    var canary = readings.pair(signal).canary().latest(Long.MIN_VALUE).orElse(Double.NaN);
    return Words.of(
        "regression." + signal,
        SignalFigures.of(signal, canary),
        SignalFigures.of(signal, limit(signal)));
  }
}
