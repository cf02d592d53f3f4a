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
    for (double sigma = 0.07; sigma < 2; sigma *= Math.sqrt(2)) {
      for (double phi : new double[] {0.5, 0.75, 0.86, 0.93}) {
        all.add(new Dispersion(sigma, phi));
      }
    }
    return List.copyOf(all);
  }

  /// Variance of the logarithm of what so many pods do together: that of the mean of lognormal
  /// ones.
  public double variance(int pods) {
    return Math.log1p(relative(pods));
  }

  /// Variance of what so many pods do together, against the square of its mean.
  private double relative(int pods) {
    return Math.expm1(sigma * sigma) / pods;
  }

  /// How many times the variance of a Poisson number the long-run variance of a minute's number is,
  /// of which so many are expected of so many pods.
  public double spread(double expected, int pods) {
    return 1 + expected * relative(pods) * inertia();
  }

  /// How many independent minutes are lost for each one that passes, when they are many: variance
  /// of a mean over n minutes is this times the variance of one, divided by n.
  public double inertia() {
    return (1 + phi) / (1 - phi);
  }

  /// Variance that one pod leaves in a mean, times the minutes it is over, when they are many.
  double longRun() {
    return variance(1) * inertia();
  }
}
