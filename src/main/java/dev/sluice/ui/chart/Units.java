package dev.sluice.ui.chart;

import dev.sluice.judge.Signal;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;

/// How each signal is called and its values are written.
final class Units {
  private static final int MOST_DIGITS = 6;

  private Units() {}

  static String title(Signal signal) {
    return switch (signal) {
      case ERROR_RATE -> Texts.of("signal.errors");
      case LATENCY_P99 -> Texts.of("signal.p99");
      case REQUESTS -> Texts.of("signal.requests");
      case SATURATION -> Texts.of("signal.saturation");
    };
  }

  /// The label of an axis tick: just as many digits as the step between ticks asks for.
  static String tick(Signal signal, double value, double step) {
    return switch (signal) {
      case ERROR_RATE, SATURATION -> Texts.of("figure.percent", stepped(value * 100, step * 100));
      case LATENCY_P99 ->
          step < 0.5
              ? Texts.of("figure.millis", stepped(value * 1000, step * 1000))
              : Texts.of("figure.seconds", stepped(value, step));
      case REQUESTS -> Texts.of("figure.rate", stepped(value, step));
    };
  }

  private static String stepped(double value, double step) {
    int digits = 0;
    for (double shown = step; digits < MOST_DIGITS && !whole(shown); shown *= 10) {
      digits++;
    }
    return Math.abs(value) < step / 2 ? "0" : Figures.fixed(value, digits);
  }

  private static boolean whole(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-6 * Math.max(1, number);
  }
}
