package dev.sluice.judge.kayenta;

import dev.sluice.judge.kayenta.KayentaMetric.Label;
import java.util.List;

/// Kayenta's score of a canary, 0–100, with what it does that we do not: metrics without data are
/// left out of it, and a canary of which nothing is known scores 100, or 0 when half of its metrics
/// or more have no data.
public final class KayentaScore {
  private static final double WHOLE = 100;

  /// A metric and what was said of it.
  public record Judged(KayentaMetric metric, Label label) {}

  private KayentaScore() {}

  /// A critical metric that fails, or half of the metrics without data, makes it 0; otherwise it is
  /// the share of the weights that pass.
  public static double of(List<Judged> metrics) {
    boolean breach =
        metrics.stream().anyMatch(judged -> judged.metric().critical() && failed(judged));
    long missing = metrics.stream().filter(judged -> judged.label() == Label.NODATA).count();
    if (breach || (!metrics.isEmpty() && 2 * missing >= metrics.size())) {
      return 0;
    }
    double all = weight(metrics.stream().filter(judged -> judged.label() != Label.NODATA).toList());
    double passed = weight(metrics.stream().filter(j -> j.label() == Label.PASS).toList());
    return all == 0 ? WHOLE : WHOLE * passed / all;
  }

  private static double weight(List<Judged> metrics) {
    return metrics.stream().mapToDouble(judged -> judged.metric().weight()).sum();
  }

  private static boolean failed(Judged judged) {
    return judged.label() == Label.HIGH || judged.label() == Label.LOW;
  }
}
