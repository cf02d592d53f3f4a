package dev.sluice.cluster.argo.objects;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as Argo's manifests write them: seconds as a bare number, or Go's `1h30m`, `1.5s`.
final class GoDuration {
  private static final Pattern SECONDS = Pattern.compile("[+-]?\\d{1,12}");
  private static final Pattern PART =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{0,9})?)(h|ms|m|s|us|µs|ns)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "h", 3_600_000_000_000L,
          "m", 60_000_000_000L,
          "s", 1_000_000_000L,
          "ms", 1_000_000L,
          "us", 1_000L,
          "µs", 1_000L,
          "ns", 1L);

  private GoDuration() {}

  /// Empty where Argo would not understand it either: it then waits without end.
  static Optional<Duration> parse(String text) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    var matcher = PART.matcher(text);
    var total = Duration.ZERO;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      var nanos = BigDecimal.valueOf(NANOS.getOrDefault(matcher.group(2), 0L));
      total = total.plusNanos(new BigDecimal(matcher.group(1)).multiply(nanos).longValue());
      end = matcher.end();
    }
    return end == text.length() && end > 0 ? Optional.of(total) : Optional.empty();
  }
}
