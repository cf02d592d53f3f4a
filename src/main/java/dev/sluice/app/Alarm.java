package dev.sluice.app;

import dev.sluice.gate.SignalFigures;
import dev.sluice.judge.Signal;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.text.Words;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What nobody overlooks in what is measured of a new version.
///
/// @param podHash of the new version
record Alarm(ReleaseRef release, String podHash) {
  /// So many times the limit, and its line stands well above it.
  private static final double PLAINLY = 1.5;

  /// Why to go back; empty while there is no reason.
  Optional<Words> in(ConsoleState state) {
    return state.measured(release).failure().isPresent()
        ? Optional.of(Words.of("recital.dark"))
        : Stream.of(Signal.ERROR_RATE, Signal.LATENCY_P99)
            .flatMap(signal -> over(state, signal).stream())
            .findFirst();
  }

  private Optional<Words> over(ConsoleState state, Signal signal) {
    double limit = state.limits(release).of(signal).orElseThrow();
    double now = last(state, signal).orElse(0);
    return now > PLAINLY * limit
        ? Optional.of(
            Words.of(
                "recital.over." + signal,
                SignalFigures.of(signal, now),
                SignalFigures.of(signal, limit)))
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
