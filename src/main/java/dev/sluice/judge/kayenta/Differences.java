package dev.sluice.judge.kayenta;

import java.util.Arrays;

/// All differences of a value of one sample and one of another, in order, without making them: each
/// that is asked for is found by bisection over the numbers themselves, so that it is exact.
final class Differences {
  private final double[] ones;
  private final double[] others;

  /// Neither may be empty or hold `NaN`.
  Differences(double[] one, double[] other) {
    ones = one.clone();
    others = other.clone();
    Arrays.sort(ones);
    Arrays.sort(others);
  }

  int count() {
    return ones.length * others.length;
  }

  /// The difference that has `rank` before it in ascending order.
  double at(int rank) {
    long low = order(ones[0] - others[others.length - 1]);
    long high = order(ones[ones.length - 1] - others[0]);
    while (low < high) {
      long middle = Math.floorDiv(low, 2) + Math.floorDiv(high, 2) + (low & high & 1);
      if (upTo(number(middle)) > rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return number(low);
  }

  double median() {
    int middle = count() / 2;
    return count() % 2 == 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  }

  /// How many are no larger.
  private long upTo(double most) {
    long found = 0;
    int from = 0;
    for (double one : ones) {
      while (from < others.length && one - others[from] > most) {
        from++;
      }
      found += others.length - from;
    }
    return found;
  }

  /// A number's place among all numbers: a whole one that grows with it.
  private static long order(double number) {
    long bits = Double.doubleToLongBits(number);
    return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
  }

  private static double number(long order) {
    return Double.longBitsToDouble(order < 0 ? order ^ Long.MAX_VALUE : order);
  }
}
