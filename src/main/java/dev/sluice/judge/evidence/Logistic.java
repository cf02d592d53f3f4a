package dev.sluice.judge.evidence;

/// The logistic function 1 ÷ (1 + e^−s) and its integral log(1 + e^s), by Taylor's series from the
/// nearest of many known points: right to 1e-15 or so, and several times as fast as exponential
/// function and logarithm.
final class Logistic {

  /// So far from 0, e^−s adds nothing.
  private static final double EDGE = 40;

  private static final int PER_ONE = 64;
  private static final double[] VALUES = new double[(int) (2 * EDGE * PER_ONE) + 1];
  private static final double[] INTEGRALS = new double[VALUES.length];

  static {
    for (int i = 0; i < VALUES.length; i++) {
      double s = (double) i / PER_ONE - EDGE;
      double less = Math.exp(-Math.abs(s));
      VALUES[i] = (s < 0 ? less : 1) / (1 + less);
      INTEGRALS[i] = Math.max(s, 0) + Math.log1p(less);
    }
  }

  private Logistic() {}

  static void values(double[] at, double[] into) {
    for (int i = 0; i < at.length; i++) {
      into[i] = value(at[i]);
    }
  }

  static void integrals(double[] at, double[] into) {
    for (int i = 0; i < at.length; i++) {
      into[i] = integral(at[i]);
    }
  }

  /// 1 ÷ (1 + e^−s).
  static double value(double s) {
    if (!(Math.abs(s) < EDGE)) {
      return s > 0 ? 1 : 0;
    }
    double place = (s + EDGE) * PER_ONE;
    int node = (int) (place + 0.5);
    double off = (place - node) / PER_ONE;
    double q = VALUES[node];
    double slope = q * (1 - q);
    double lean = 1 - 2 * q;
    double third = (1 - 6 * slope) / 6;
    double fourth = lean * (1 - 12 * slope) / 24;
    double fifth = (1 - slope * (30 - 120 * slope)) / 120;
    return q
        + off
            * slope
            * (1 + off * lean / 2 + off * off * (third + off * fourth + off * off * fifth));
  }

  /// log(1 + e^s).
  static double integral(double s) {
    if (!(Math.abs(s) < EDGE)) {
      return s > 0 ? s : 0;
    }
    double place = (s + EDGE) * PER_ONE;
    int node = (int) (place + 0.5);
    double off = (place - node) / PER_ONE;
    double q = VALUES[node];
    double slope = q * (1 - q);
    double lean = 1 - 2 * q;
    double third = (1 - 6 * slope) / 24;
    double fourth = lean * (1 - 12 * slope) / 120;
    double fifth = (1 - slope * (30 - 120 * slope)) / 720;
    double curve = 0.5 + off * lean / 6 + off * off * (third + off * fourth + off * off * fifth);
    return INTEGRALS[node] + off * (q + off * slope * curve);
  }
}
