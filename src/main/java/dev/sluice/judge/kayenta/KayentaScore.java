package dev.sluice.judge.kayenta;

import dev.sluice.judge.kayenta.KayentaConfig.Asked;
import dev.sluice.judge.kayenta.KayentaConfig.Pair;
import dev.sluice.judge.kayenta.KayentaMetric.Finding;
import dev.sluice.judge.kayenta.KayentaMetric.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Kayenta's judgement of a canary, with what it does that we do not: metrics without data are left
/// out of their group, and a group without any scores 100.
///
/// @param groups score of each group, 0–100
/// @param score of the canary, 0–100: 0 where a critical metric fails, and where half of the
///   metrics or more have no data
public record KayentaScore(
    List<Judged> metrics, Map<String, Double> groups, double score, Outcome outcome) {
  private static final double WHOLE = 100;

  /// A metric and what was found of it.
  public record Judged(Asked asked, Finding finding) {}

  /// What the score means by the config's thresholds.
  public enum Outcome {
    PASS,
    MARGINAL,
    FAIL
  }

  /// Judges what was measured by that config.
  ///
  /// @param pairs by the metrics' names; a metric that is missing has no data
  public static KayentaScore of(KayentaConfig config, Map<String, Pair> pairs) {
    var metrics =
        config.metrics().stream()
            .map(asked -> judged(asked, pairs.getOrDefault(asked.name(), Pair.EMPTY)))
            .toList();
    var groups = groups(metrics);
    double score = failed(metrics) ? 0 : sum(groups, config.weights());
    var outcome =
        score >= config.pass()
            ? Outcome.PASS
            : score >= config.marginal() ? Outcome.MARGINAL : Outcome.FAIL;
    return new KayentaScore(metrics, groups, score, outcome);
  }

  private static Judged judged(Asked asked, Pair pair) {
    return new Judged(asked, asked.metric().judge(array(pair.experiment()), array(pair.control())));
  }

  private static double[] array(List<Double> points) {
    return points.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static boolean failed(List<Judged> metrics) {
    long missing = metrics.stream().filter(m -> m.finding().label() == Label.NODATA).count();
    return metrics.stream().anyMatch(m -> m.finding().breach())
        || (!metrics.isEmpty() && 2 * missing >= metrics.size());
  }

  private static Map<String, Double> groups(List<Judged> metrics) {
    Map<String, List<Label>> labels = new TreeMap<>();
    for (var metric : metrics) {
      for (var group : metric.asked().groups()) {
        labels.computeIfAbsent(group, _ -> new ArrayList<>()).add(metric.finding().label());
      }
    }
    Map<String, Double> scores = new LinkedHashMap<>();
    labels.forEach((group, found) -> scores.put(group, share(found)));
    return scores;
  }

  private static double share(List<Label> labels) {
    long known = labels.stream().filter(label -> label != Label.NODATA).count();
    long passed = labels.stream().filter(label -> label == Label.PASS).count();
    return known == 0 ? WHOLE : WHOLE * passed / known;
  }

  /// Rounded to hundredths, as Kayenta does before it compares.
  private static double sum(Map<String, Double> groups, Map<String, Double> weights) {
    double given = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    long others = groups.keySet().stream().filter(group -> !weights.containsKey(group)).count();
    double rest = others == 0 ? 0 : (WHOLE - given) / others;
    double sum = 0;
    for (var group : groups.entrySet()) {
      sum += group.getValue() * weights.getOrDefault(group.getKey(), rest) / WHOLE;
    }
    return Math.rint(sum * 100) / 100;
  }
}
