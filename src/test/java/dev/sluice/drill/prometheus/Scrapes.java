package dev.sluice.drill.prometheus;

import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.prometheus.store.SampleStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Samples for tests: lines such as `up{pod=a} 1 2 _ 4`, one value a scrape, `_` for none. A scrape
/// is made every 15 s from the epoch's second 0 on.
public final class Scrapes {
  public static final long STEP = 15_000;

  private Scrapes() {}

  public static SampleStore of(String text) {
    return of(text, 1200);
  }

  public static SampleStore of(String text, int capacity) {
    var store = new SampleStore(capacity);
    Map<Labels, String[]> all = new LinkedHashMap<>();
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          var parts = line.strip().split(" ", 2);
          all.put(labels(parts[0]), parts[1].split(" ", -1));
        });
    int scrapes = all.values().stream().mapToInt(values -> values.length).max().orElse(0);
    for (int i = 0; i < scrapes; i++) {
      int at = i;
      store.scrape(
          Instant.ofEpochMilli(i * STEP),
          sink ->
              all.forEach((labels, values) -> {
                if (at < values.length && !values[at].equals("_")) {
                  sink.put(labels, Double.parseDouble(values[at]));
                }
              }));
    }
    return store;
  }

  private static Labels labels(String text) {
    var parts = text.split("[{}]", -1);
    Map<String, String> labels = new LinkedHashMap<>();
    if (parts.length > 1) {
      for (var pair : parts[1].split(",", -1)) {
        labels.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
    return Labels.of(parts[0], labels);
  }
}
