package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.promql.Value.Sample;
import dev.sluice.drill.prometheus.store.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Quantiles from cumulative buckets, interpolated within the bucket they fall into, as Prometheus
/// does it (`bucketQuantile`).
final class Quantiles {
  private static final String BOUND = "le";

  private Quantiles() {}

  /// One value for each histogram.
  static List<Sample> of(double quantile, List<Sample> buckets) {
    Map<Labels, NavigableMap<Double, Double>> histograms = new LinkedHashMap<>();
    for (var bucket : buckets) {
      bound(bucket.labels().get(BOUND))
          .ifPresent(bound ->
              histograms
                  .computeIfAbsent(
                      bucket.labels().without(List.of(BOUND, Labels.NAME)), _ -> new TreeMap<>())
                  .merge(bound, bucket.value(), Double::sum));
    }
    List<Sample> found = new ArrayList<>();
    histograms.forEach((labels, counts) -> found.add(new Sample(labels, of(quantile, counts))));
    return found;
  }

  private static Optional<Double> bound(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static double of(double quantile, NavigableMap<Double, Double> counts) {
    if (Double.isNaN(quantile) || counts.size() < 2 || !counts.lastKey().isInfinite()) {
      return Double.NaN;
    } else if (quantile < 0 || quantile > 1) {
      return quantile < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    var bounds = counts.keySet().stream().mapToDouble(bound -> bound).toArray();
    var rising = rising(counts);
    double all = rising[rising.length - 1];
    return all == 0 ? Double.NaN : interpolated(quantile * all, bounds, rising);
  }

  /// What is scraped in between can make a lower bucket the fuller one.
  private static double[] rising(NavigableMap<Double, Double> counts) {
    var rising = counts.values().stream().mapToDouble(count -> count).toArray();
    for (int i = 1; i < rising.length; i++) {
      rising[i] = Math.max(rising[i], rising[i - 1]);
    }
    return rising;
  }

  private static double interpolated(double rank, double[] bounds, double[] counts) {
    int last = bounds.length - 1;
    int at = 0;
    while (at < last && counts[at] < rank) {
      at++;
    }
    if (at == last) {
      return bounds[last - 1];
    } else if (at == 0 && bounds[0] <= 0) {
      return bounds[0];
    }
    double from = at == 0 ? 0 : bounds[at - 1];
    double before = at == 0 ? 0 : counts[at - 1];
    return from + (bounds[at] - from) * (rank - before) / (counts[at] - before);
  }
}
