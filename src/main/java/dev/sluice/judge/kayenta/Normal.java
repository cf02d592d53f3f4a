package dev.sluice.judge.kayenta;

/// The standard normal distribution.
final class Normal {
  private static final double SERIES_UP_TO = 3;
  private static final double TINY = 1e-300;

  private Normal() {}

  /// Probability of more than `z`, to about fourteen digits.
  static double above(double z) {
    double a = Math.abs(z);
    double tail = a < SERIES_UP_TO ? 0.5 - density(a) * series(a) : density(a) / fraction(a);
    return z < 0 ? 1 - tail : tail;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /// Φ(z) − ½ over the density: z + z³/3 + z⁵/15 + … (Marsaglia 2004).
  private static double series(double z) {
    double term = z;
    double sum = z;
    for (int i = 3; term > sum * 1e-17; i += 2) {
      term *= z * z / i;
      sum += term;
    }
    return sum;
  }

  /// Density over the tail: z + 1/(z + 2/(z + 3/(z + …))), by Lentz's method.
  private static double fraction(double z) {
    double f = z;
    double c = z;
    double d = 0;
    for (int i = 1; i < 400; i++) {
      d = 1 / (z + i * d + TINY);
      c = z + i / c;
      f *= c * d;
      if (Math.abs(c * d - 1) < 1e-16) {
        break;
      }
    }
    return f;
  }
}
