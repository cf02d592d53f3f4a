package dev.sluice.drill.traffic;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// What a service is asked and how it answers when all is well.
///
/// @param rate requests a second over a day
/// @param median how long a request takes in the median, seconds
/// @param cpu the CPU time that a request takes, seconds
public record Profile(double rate, double median, double cpu) {
  private static final double SWING = 0.2;
  private static final double PEAK_HOUR = 15;
  private static final double RESTLESS = 0.05;

  /// Requests a second at that moment: more by day than by night, and never quite the same.
  double rateAt(Instant now, Noise noise) {
    double hour = LocalTime.ofInstant(now, ZoneOffset.UTC).toSecondOfDay() / 3600.0;
    double day = 1 + SWING * Math.cos((hour - PEAK_HOUR) / 24 * 2 * Math.PI);
    return rate * day * Math.exp(RESTLESS * noise.at(now));
  }
}
