package dev.sluice.judge.kayenta;

import java.util.Arrays;

/// By how much one sample lies above another.
///
/// @param low lower bound of the 98 % confidence interval
/// @param estimate Hodges and Lehmann's: the median of all differences
/// @param high upper bound
record Shift(double low, double estimate, double high) {

  /// Quantile of the normal distribution for 98 %, two-sided.
  private static final double Z = 2.3263478740408408;

  /// The bounds are those differences at which the test by the normal approximation would just not
  /// refuse.
  static Shift of(double[] experiment, double[] control) {
    double[] differences = new double[experiment.length * control.length];
    int at = 0;
    for (double e : experiment) {
      for (double c : control) {
        differences[at++] = e - c;
      }
    }
    Arrays.sort(differences);
    double pairs = differences.length;
    double deviation = Math.sqrt(pairs * (experiment.length + control.length + 1) / 12);
    int skip = (int) Math.max(0, Math.floor(pairs / 2 - 0.5 - Z * deviation));
    return new Shift(
        differences[Math.min(skip, differences.length - 1)],
        median(differences),
        differences[Math.max(0, differences.length - 1 - skip)]);
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
