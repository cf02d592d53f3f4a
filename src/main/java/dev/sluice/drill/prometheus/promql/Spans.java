package dev.sluice.drill.prometheus.promql;

import java.util.Map;
import java.util.regex.Pattern;

/// Durations as PromQL writes them: `90s`, `1h30m`, `60000ms`.
public final class Spans {
  private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdwy])");
  private static final Pattern WHOLE = Pattern.compile("(?:\\d+(?:ms|[smhdwy]))+");
  private static final Map<String, Long> UNITS =
      Map.of(
          "ms", 1L,
          "s", 1_000L,
          "m", 60_000L,
          "h", 3_600_000L,
          "d", 86_400_000L,
          "w", 604_800_000L,
          "y", 31_536_000_000L);

  private Spans() {}

  public static boolean is(String text) {
    return WHOLE.matcher(text).matches();
  }

  /// Milliseconds.
  public static long millis(String text) {
    return PART.matcher(text)
        .results()
        .mapToLong(part -> Long.parseLong(part.group(1)) * UNITS.getOrDefault(part.group(2), 0L))
        .sum();
  }
}
