package dev.sluice.judge.evidence;

/// Sums of numbers that are kept as their logarithms.
final class Logs {

  private Logs() {}

  /// log(e^a + e^b).
  static double add(double a, double b) {
    double high = Math.max(a, b);
    return high == Double.NEGATIVE_INFINITY
        ? high
        : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }

  /// log of the sum of all e^x.
  static double sum(double[] logs) {
    double high = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      high = Math.max(high, log);
    }
    if (high == Double.NEGATIVE_INFINITY) {
      return high;
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - high);
    }
    return high + Math.log(sum);
  }
}
