package dev.sluice.gate;

import dev.sluice.judge.Signal;
import dev.sluice.text.Figures;

/// How a signal's value is written, in gates, on cards and in charts alike.
public final class SignalFigures {
  private SignalFigures() {}

  /// With its unit, as precise as a person needs it.
  public static String of(Signal signal, double value) {
    return switch (signal) {
      case LATENCY_P99 -> Figures.seconds(value);
      case ERROR_RATE, SATURATION -> Figures.percent(value);
      case REQUESTS -> Figures.perSecond(value);
    };
  }
}
