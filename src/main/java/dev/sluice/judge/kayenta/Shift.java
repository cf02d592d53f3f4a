package dev.sluice.judge.kayenta;

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
    var differences = new Differences(experiment, control);
    double pairs = differences.count();
    double deviation = Math.sqrt(pairs * (experiment.length + control.length + 1) / 12);
    int skip = (int) Math.max(0, Math.floor(pairs / 2 - 0.5 - Z * deviation));
    return new Shift(
        differences.at(skip), differences.median(), differences.at(differences.count() - 1 - skip));
  }
}
