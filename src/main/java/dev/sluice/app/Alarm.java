package dev.sluice.app;

import dev.sluice.judge.Signal;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.util.Optional;
import java.util.OptionalDouble;

/// What nobody overlooks in what is measured of a new version.
///
/// @param podHash of the new version
record Alarm(ReleaseRef release, String podHash) {
  /// So many times the limit, and its line stands well above it.
  private static final double PLAINLY = 1.5;

  private static final double NANOS = 1e9;

  /// Why to go back; empty while there is no reason.
  Optional<Words> in(ConsoleState state) {
    return state.measured(release).failure().isPresent()
        ? Optional.of(Words.of("recital.dark"))
        : failing(state).or(() -> slow(state));
  }

  private Optional<Words> failing(ConsoleState state) {
    double limit = state.limits(release).errorRate();
    var now = last(state, Signal.ERROR_RATE);
    return now.orElse(0) > PLAINLY * limit
        ? Optional.of(
            Words.of("recital.bad", Figures.percent(now.getAsDouble()), Figures.percent(limit)))
        : Optional.empty();
  }

  private Optional<Words> slow(ConsoleState state) {
    var limit = state.limits(release).latencyP99();
    var now = last(state, Signal.LATENCY_P99);
    return now.orElse(0) > PLAINLY * (double) limit.toNanos() / NANOS
        ? Optional.of(
            Words.of(
                "recital.slow",
                Figures.seconds(now.getAsDouble()),
                Figures.seconds((double) limit.toNanos() / NANOS)))
        : Optional.empty();
  }

  /// As last measured; empty where nothing was.
  private OptionalDouble last(ConsoleState state, Signal signal) {
    return state
        .measured(release)
        .readings()
        .map(readings -> readings.of(podHash, signal))
        .filter(series -> series.size() > 0)
        .map(series -> series.value(series.size() - 1))
        .filter(Double::isFinite)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }
}
