package dev.sluice.judge.evidence;

/// Sums of numbers that are kept as their logarithms.
///
/// Here, log(1 + x) stands for log1p: what it loses, less than 1e-15 of a logarithm that is
/// compared with 6 or so, is far below what matters, and it costs a fifth.
final class Logs {

  /// e to the power of less than minus this adds nothing to 1.
  static final double NOTHING = 40;

  private static final double OF_2 = Math.log(2);
  private static final double[] INVERSES = new double[128];
  private static final double[] LOGS = new double[INVERSES.length];
  private static final int PER_ONE = 64;
  private static final double[] POWERS = new double[(int) (NOTHING * PER_ONE) + 1];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Math.exp(-(double) i / PER_ONE);
    }
    for (int i = 0; i < LOGS.length; i++) {
      INVERSES[i] = 1 / (1 + (i + 0.5) / LOGS.length);
      LOGS[i] = -Math.log(INVERSES[i]);
    }
  }

  private Logs() {}

  /// log(x) of a normal number above 0, from that of the nearest of many known numbers: right to
  /// 1e-15 or so, and twice as fast as the exact one.
  static double of(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int exponent = Math.getExponent(x);
    int node = (int) (bits >> 45) & (LOGS.length - 1);
    double mantissa = Double.longBitsToDouble((bits & 0xfffffffffffffL) | 0x3ff0000000000000L);
    double r = mantissa * INVERSES[node] - 1;
    double series = r - r * r * (0.5 - r * (1.0 / 3) + r * r * (0.25 - r * 0.2));
    return exponent * OF_2 + LOGS[node] + series;
  }

  /// e^−less, 0 where that is next to nothing.
  ///
  /// @param less 0 or more
  static double power(double less) {
    if (!(less < NOTHING)) {
      return 0;
    }
    int node = (int) (less * PER_ONE + 0.5);
    double r = (double) node / PER_ONE - less;
    double rest = 1.0 / 2 + r * (1.0 / 6) + r * r * (1.0 / 24 + r * (1.0 / 120));
    return POWERS[node] * (1 + r + r * r * rest);
  }

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
      sum += power(high - log);
    }
    return high + Math.log(sum);
  }
}
