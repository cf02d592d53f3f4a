package dev.sluice.ui.chart;

import dev.sluice.judge.Signal;
import java.util.List;
import java.util.OptionalDouble;

/// The vertical axis: round bounds around everything that is drawn, so that no line leaves the
/// plot, and a round step between ticks.
///
/// @param step between ticks; `lower` and `upper` are multiples of it
record Scale(double lower, double upper, double step) {
  private static final int STEPS = 4;
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /// A limit further above the data than this many times is not worth a flat line at the bottom.
  private static final double REACH = 4;

  /// A share of the height that stays free above the highest value.
  private static final double HEADROOM = 1.04;

  static Scale of(Signal signal, List<Columns> drawn, OptionalDouble limit) {
    double top = 0;
    double bottom = Double.POSITIVE_INFINITY;
    for (Columns columns : drawn) {
      if (!columns.empty()) {
        top = Math.max(top, columns.highest());
        bottom = Math.min(bottom, columns.lowest());
      }
    }
    bottom = Double.isInfinite(bottom) ? 0 : bottom;
    if (limit.isPresent() && (top <= 0 || limit.getAsDouble() <= top * REACH)) {
      top = Math.max(top, limit.getAsDouble() * HEADROOM);
    }
    if (top <= 0) {
      top = usual(signal);
    }
    double floor = fromZero(signal, bottom, top) ? 0 : bottom;
    double step = round((top * HEADROOM - floor) / STEPS);
    return new Scale(
        Math.floor(floor / step + 1e-9) * step,
        Math.ceil(top * HEADROOM / step - 1e-9) * step,
        step);
  }

  /// Whether a value has its place between the bounds.
  boolean holds(double value) {
    return value >= lower && value <= upper;
  }

  private static boolean fromZero(Signal signal, double bottom, double top) {
    return switch (signal) {
      case ERROR_RATE, REQUESTS, SATURATION -> true;
      case LATENCY_P99 -> bottom < top / 2;
    };
  }

  private static double usual(Signal signal) {
    return switch (signal) {
      case ERROR_RATE -> 0.01;
      case LATENCY_P99, SATURATION -> 1;
      case REQUESTS -> 10;
    };
  }

  private static double round(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double candidate : ROUND) {
      if (candidate * power >= raw * (1 - 1e-9)) {
        return candidate * power;
      }
    }
    return 10 * power;
  }
}
