package dev.sluice.judge.kayenta;

import java.util.Arrays;

/// Ranks of two samples put together, ties sharing the mean of theirs.
///
/// @param sum of the first sample's ranks, from 1
/// @param ties sum of t³ − t over all groups of t equal values
record Ranks(double sum, double ties) {

  static Ranks of(double[] one, double[] other) {
    double[] a = sorted(one);
    double[] b = sorted(other);
    double sum = 0;
    double ties = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      boolean ours = j >= b.length || (i < a.length && a[i] <= b[j]);
      double value = ours ? a[i] : b[j];
      int before = i + j;
      int first = i;
      while (i < a.length && a[i] == value) {
        i++;
      }
      while (j < b.length && b[j] == value) {
        j++;
      }
      double equal = i + j - before;
      sum += (i - first) * (before + (equal + 1) / 2);
      ties += equal * equal * equal - equal;
    }
    return new Ranks(sum, ties);
  }

  /// Adding 0 makes one of both zeros.
  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] += 0.0;
    }
    Arrays.sort(sorted);
    return sorted;
  }
}
