package dev.sluice.judge.evidence;

import java.util.ArrayList;
import java.util.List;

/// One supposition about a pod's own noise: the logarithm of its share of bad requests wanders as a
/// first-order autoregression.
///
/// @param sigma standard deviation
/// @param phi correlation between one minute and the next
public record Dispersion(double sigma, double phi) {

  /// Pods of one version do not differ at all.
  public static final Dispersion NONE = new Dispersion(0, 0);

  /// Everything that is held possible.
  public static final List<Dispersion> ALL = all();

  private static List<Dispersion> all() {
    var all = new ArrayList<Dispersion>();
    all.add(NONE);
    for (double sigma : new double[] {0.1, 0.2, 0.35, 0.6, 1.0}) {
      for (double phi : new double[] {0.5, 0.8, 0.93}) {
        all.add(new Dispersion(sigma, phi));
      }
    }
    return List.copyOf(all);
  }

  /// Variance of the mean over that many minutes, of one pod, when they are many.
  public double longRun(double minutes) {
    return sigma * sigma * (1 + phi) / (1 - phi) / minutes;
  }
}
