package dev.sluice.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads quantities as people write them.
final class Quantities {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?(ms|s|m|h)");
  private static final Pattern RATIO = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?) ?(%?)");

  private Quantities() {}

  /// Above zero: `500ms`, `1.5s`, `15s`, `1m`, `2h`.
  static Optional<Duration> duration(String text) {
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int unit =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "m" -> 60_000;
          default -> 3_600_000;
        };
    long millis = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
    return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  /// From 0 to 1: `1%`, `0.01`.
  static Optional<Double> ratio(String text) {
    var matcher = RATIO.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var value = new BigDecimal(matcher.group(1));
    double ratio =
        matcher.group(2).isEmpty() ? value.doubleValue() : value.movePointLeft(2).doubleValue();
    return ratio <= 1 ? Optional.of(ratio) : Optional.empty();
  }
}
