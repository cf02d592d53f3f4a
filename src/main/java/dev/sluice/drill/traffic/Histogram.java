package dev.sluice.drill.traffic;

import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.prometheus.store.SampleStore;
import java.util.ArrayList;
import java.util.List;

/// A histogram of durations and its series.
final class Histogram {
  private final long[] counts = new long[Durations.BOUNDS.length + 1];
  private final List<Labels> buckets = new ArrayList<>();
  private final Labels count;
  private final Labels sum;
  private double seconds;

  /// @param labels under the metric's name
  Histogram(Labels labels) {
    var name = labels.get(Labels.NAME);
    this.count = labels.with(Labels.NAME, name + "_count");
    this.sum = labels.with(Labels.NAME, name + "_sum");
    var bucket = labels.with(Labels.NAME, name + "_bucket");
    for (double bound : Durations.BOUNDS) {
      buckets.add(bucket.with("le", bound == Math.rint(bound) ? "" + (long) bound : "" + bound));
    }
    buckets.add(bucket.with("le", "+Inf"));
  }

  void add(long[] more) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += more[i];
      seconds += more[i] * Durations.typical(i);
    }
  }

  void scrape(SampleStore.Sink sink) {
    long all = 0;
    for (int i = 0; i < counts.length; i++) {
      all += counts[i];
      sink.put(buckets.get(i), (double) all);
    }
    sink.put(count, (double) all);
    sink.put(sum, seconds);
  }
}
