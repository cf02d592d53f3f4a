package dev.sluice.judge.kayenta;

import java.util.List;
import java.util.Map;

/// What a canary is held to, as Kayenta's users write it.
///
/// @param weights of the groups, percent; groups without one share what is left
/// @param pass score from which on it passes, 0–100
/// @param marginal score from which on it is not failed yet
public record KayentaConfig(
    String name, List<Asked> metrics, Map<String, Double> weights, double pass, double marginal) {

  public KayentaConfig {
    metrics = List.copyOf(metrics);
    weights = Map.copyOf(weights);
  }

  /// A metric and the groups it counts in.
  public record Asked(String name, List<String> groups, KayentaMetric metric) {

    public Asked {
      groups = List.copyOf(groups);
    }
  }

  /// One metric's points, `NaN` where there is none.
  public record Pair(List<Double> control, List<Double> experiment) {

    /// Nothing measured.
    public static final Pair EMPTY = new Pair(List.of(), List.of());

    public Pair {
      control = List.copyOf(control);
      experiment = List.copyOf(experiment);
    }
  }
}
