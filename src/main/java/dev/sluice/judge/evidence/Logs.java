package dev.sluice.judge.evidence;

/// Sums of numbers that are kept as their logarithms.
final class Logs {

  /// e to the power of less than minus this adds nothing to 1.
  private static final double NOTHING = 40;

  private Logs() {}

  /// log(e^a + e^b).
  static double add(double a, double b) {
    double high = Math.max(a, b);
    if (high - Math.min(a, b) > NOTHING) {
      return high;
    }
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
      sum += high - log > NOTHING ? 0 : Math.exp(log - high);
    }
    return high + Math.log(sum);
  }
}
