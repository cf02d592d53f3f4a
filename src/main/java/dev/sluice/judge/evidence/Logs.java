package dev.sluice.judge.evidence;

/// Sums of numbers that are kept as their logarithms.
///
/// Here and in [Tracks], log(1 + x) stands for log1p: what it loses, less than 1e-15 of a logarithm
/// that is compared with 6 or so, is far below what matters, and it costs a fifth.
final class Logs {

  /// e to the power of less than minus this adds nothing to 1.
  static final double NOTHING = 40;

  private Logs() {}

  /// log(e^a + e^b).
  static double add(double a, double b) {
    double high = Math.max(a, b);
    if (high - Math.min(a, b) > NOTHING) {
      return high;
    }
    return high == Double.NEGATIVE_INFINITY
        ? high
        : high + Math.log(1 + Math.exp(Math.min(a, b) - high));
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
