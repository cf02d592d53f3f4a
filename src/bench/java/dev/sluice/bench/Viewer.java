package dev.sluice.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Something that shows a rollout's weight, and when it showed each for the first time.
final class Viewer {
  private final String name;
  private final Pattern weight;
  private final Map<Integer, Instant> shown = new ConcurrentHashMap<>();

  /// @param weight what precedes a weight in its text, with the weight as a group
  Viewer(String name, String weight) {
    this.name = name;
    this.weight = Pattern.compile(weight);
  }

  void reads(String line) {
    var found = weight.matcher(line);
    if (found.find()) {
      shows(Integer.parseInt(found.group(1)));
    }
  }

  void shows(int weight) {
    shown.putIfAbsent(weight, Instant.now());
  }

  boolean has(int weight) {
    return shown.containsKey(weight);
  }

  /// A weight that was passed over is known by the first later one that was shown.
  ///
  /// @param writes when the weights 1, 2, 3 and so on were written
  void tell(List<Instant> writes) {
    var delays = new double[writes.size()];
    var known = Instant.MAX;
    int skipped = 0;
    for (int weight = writes.size(); weight >= 1; weight--) {
      var seen = shown.getOrDefault(weight, Instant.MAX);
      skipped += seen.equals(Instant.MAX) ? 1 : 0;
      known = seen.isBefore(known) ? seen : known;
      delays[weight - 1] = delay(writes.get(weight - 1), known);
    }
    Figures.say(
        name,
        "p50 %.1f ms, p95 %.1f ms, longest %.1f ms; %d of %d never shown",
        Figures.quantile(delays, 0.5),
        Figures.quantile(delays, 0.95),
        Figures.quantile(delays, 1),
        skipped,
        writes.size());
  }

  private static double delay(Instant written, Instant seen) {
    return seen.equals(Instant.MAX)
        ? Double.POSITIVE_INFINITY
        : Duration.between(written, seen).toNanos() / 1e6;
  }
}
