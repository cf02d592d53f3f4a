package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.store.Track.Window;
import java.util.OptionalDouble;

/// How much a counter rose within a range, extrapolated to the range's ends as Prometheus does it
/// (`extrapolatedRate`): up to the end where the first or last sample is near it, by half a sample
/// otherwise, and never to before the counter was 0.
final class Rates {
  private static final double NEAR = 1.1;
  private static final double SECOND = 1000;

  private Rates() {}

  /// Empty for fewer than two samples.
  ///
  /// @param from the range's begin, milliseconds of the epoch
  /// @param to its end
  static OptionalDouble increase(Window window, long from, long to) {
    int size = window.size();
    if (size < 2) {
      return OptionalDouble.empty();
    }
    double rise = rise(window.values());
    double sampled = seconds(window.times()[0], window.times()[size - 1]);
    double between = sampled / (size - 1);
    double start = seconds(from, window.times()[0]);
    start = start >= between * NEAR ? between / 2 : start;
    if (rise > 0 && window.values()[0] >= 0) {
      start = Math.min(start, sampled * window.values()[0] / rise);
    }
    double end = seconds(window.times()[size - 1], to);
    end = end >= between * NEAR ? between / 2 : end;
    return OptionalDouble.of(rise * (sampled + start + end) / sampled);
  }

  /// A second.
  static OptionalDouble rate(Window window, long from, long to) {
    var increase = increase(window, from, to);
    return increase.isEmpty()
        ? increase
        : OptionalDouble.of(increase.getAsDouble() / seconds(from, to));
  }

  /// Between the last two samples, a second.
  static OptionalDouble instant(Window window) {
    int size = window.size();
    if (size < 2) {
      return OptionalDouble.empty();
    }
    double last = window.values()[size - 1];
    double before = window.values()[size - 2];
    double rise = last < before ? last : last - before;
    return OptionalDouble.of(rise / seconds(window.times()[size - 2], window.times()[size - 1]));
  }

  /// A counter that fell began again at 0.
  private static double rise(double[] values) {
    double rise = values[values.length - 1] - values[0];
    for (int i = 1; i < values.length; i++) {
      if (values[i] < values[i - 1]) {
        rise += values[i - 1];
      }
    }
    return rise;
  }

  private static double seconds(long from, long to) {
    return (to - from) / SECOND;
  }
}
