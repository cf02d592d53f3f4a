package dev.sluice.judge.evidence;

import java.util.Arrays;

/// Logarithms of ratios: a few that filters follow, and many between them on which a likelihood is
/// interpolated by cubic polynomials. Dense around a ratio of 1.
final class Lattice {

  /// The ratios that filters follow.
  static final double[] COARSE = {
    -2.5, -1.6, -1, -0.6, -0.4, -0.25, -0.12, 0, 0.12, 0.25, 0.4, 0.6, 0.85, 1.2, 1.7, 2.4, 3.4
  };

  /// The ratios that likelihoods are looked up at, ascending.
  static final double[] FINE = fine();

  /// Each of them less 1, no longer as a logarithm.
  static final double[] FINE_LESS_ONE = Arrays.stream(FINE).map(Math::expm1).toArray();

  /// What is believed of a canary's ratio before anything is counted: shares and standard
  /// deviations around 0. Most are as good as stable. It costs or saves time and never makes a
  /// bound wrong.
  private static final double[][] BELIEF = {{0.4, 0.05}, {0.3, 0.2}, {0.3, 1}};

  /// Logarithm of the belief in each fine ratio; together 1.
  static final double[] PRIOR = prior();

  private static final int ORDER = 4;
  private static final int[] FIRST = new int[FINE.length];
  private static final double[] WEIGHTS = new double[FINE.length * ORDER];

  static {
    for (int j = 0; j < FINE.length; j++) {
      FIRST[j] = first(FINE[j]);
      System.arraycopy(lagrange(FINE[j], FIRST[j]), 0, WEIGHTS, j * ORDER, ORDER);
    }
  }

  private Lattice() {}

  /// A function known at the coarse ratios, at the fine ones.
  static double[] refine(double[] coarse) {
    double[] fine = new double[FINE.length];
    for (int j = 0; j < fine.length; j++) {
      int at = FIRST[j];
      int by = j * ORDER;
      fine[j] =
          WEIGHTS[by] * coarse[at]
              + WEIGHTS[by + 1] * coarse[at + 1]
              + WEIGHTS[by + 2] * coarse[at + 2]
              + WEIGHTS[by + 3] * coarse[at + 3];
    }
    return fine;
  }

  private static double[] fine() {
    int half = 50;
    double[] fine = new double[2 * half + 1];
    for (int j = -half; j <= half; j++) {
      fine[j + half] = 0.15 * Math.sinh(j * 0.0765);
    }
    return fine;
  }

  private static int first(double at) {
    int first = 0;
    while (first + ORDER < COARSE.length && COARSE[first + 2] < at) {
      first++;
    }
    return first;
  }

  private static double[] lagrange(double at, int first) {
    double[] weights = new double[ORDER];
    for (int i = 0; i < ORDER; i++) {
      weights[i] = 1;
      for (int k = 0; k < ORDER; k++) {
        if (k != i) {
          weights[i] *= (at - COARSE[first + k]) / (COARSE[first + i] - COARSE[first + k]);
        }
      }
    }
    return weights;
  }

  private static double[] prior() {
    double[] logs = new double[FINE.length];
    double sum = 0;
    for (int j = 0; j < logs.length; j++) {
      double density = 0;
      for (double[] part : BELIEF) {
        double z = FINE[j] / part[1];
        density += part[0] / part[1] * Math.exp(-z * z / 2);
      }
      logs[j] = density * spacing(j);
      sum += logs[j];
    }
    for (int j = 0; j < logs.length; j++) {
      logs[j] = Math.log(logs[j] / sum);
    }
    return logs;
  }

  private static double spacing(int j) {
    double below = FINE[Math.max(0, j - 1)];
    double above = FINE[Math.min(FINE.length - 1, j + 1)];
    return above - below;
  }
}
