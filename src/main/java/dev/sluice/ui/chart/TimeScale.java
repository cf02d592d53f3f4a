package dev.sluice.ui.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The shared horizontal axis, in epoch seconds, with a step that falls on round clock times (UTC).
///
/// @param step seconds between ticks
record TimeScale(double from, double to, double step) {
  private static final double[] STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400
  };
  private static final int MOST_TICKS = 6;
  private static final DateTimeFormatter MINUTES = format("HH:mm");
  private static final DateTimeFormatter SECONDS = format("HH:mm:ss");
  private static final DateTimeFormatter DAYS = format("d MMM");

  static TimeScale of(Instant from, Instant to) {
    double start = seconds(from);
    double end = Math.max(seconds(to), start + 1);
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0 && (end - start) / STEPS[i] <= MOST_TICKS; i--) {
      step = STEPS[i];
    }
    while ((end - start) / step > MOST_TICKS) {
      step *= 2;
    }
    return new TimeScale(start, end, step);
  }

  static double seconds(Instant at) {
    return at.toEpochMilli() / 1000.0;
  }

  /// The label of a tick.
  String label(double at) {
    DateTimeFormatter form = step < 60 ? SECONDS : step < 86_400 ? MINUTES : DAYS;
    return form.format(instant(at));
  }

  /// A moment to the second, for the crosshair.
  static String moment(double at) {
    return SECONDS.format(instant(at));
  }

  private static Instant instant(double at) {
    return Instant.ofEpochMilli(Math.round(at * 1000));
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
