package dev.sluice.gate;

import static dev.sluice.release.Releases.NOON;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Readings for tests, put together signal by signal. Values stand every ten seconds and end at
/// noon, or so many seconds before it.
final class Measurements {

  private final Map<Signal, Readings.Pair> pairs = new EnumMap<>(Signal.class);
  private int age;

  /// Metrics that answer and see both revisions serve without an error.
  static Measurements healthy() {
    return new Measurements()
        .with(Signal.REQUESTS, 10, 90)
        .with(Signal.ERROR_RATE, 0, 0)
        .with(Signal.LATENCY_P99, 0.2, 0.2);
  }

  static Measurements none() {
    return new Measurements();
  }

  /// What is added from now on was measured that long before noon.
  Measurements aged(int seconds) {
    age = seconds;
    return this;
  }

  Measurements with(Signal signal, double canary, double stable) {
    pairs.put(signal, new Readings.Pair(series(canary), series(stable)));
    return this;
  }

  Measurements canary(Signal signal, double... values) {
    var stable = pairs.getOrDefault(signal, Readings.Pair.EMPTY).stable();
    pairs.put(signal, new Readings.Pair(series(values), stable));
    return this;
  }

  Measurements stable(Signal signal, double... values) {
    var canary = pairs.getOrDefault(signal, Readings.Pair.EMPTY).canary();
    pairs.put(signal, new Readings.Pair(canary, series(values)));
    return this;
  }

  Optional<Readings> read() {
    return Optional.of(new Readings(NOON.minusSeconds(600), NOON, pairs, List.of()));
  }

  private Series series(double... values) {
    var times = new long[values.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = NOON.minusSeconds(age + 10L * (times.length - 1 - i)).toEpochMilli();
    }
    return new Series(times, values);
  }
}
