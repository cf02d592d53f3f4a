package dev.sluice.judge.kayenta;

import java.util.Arrays;

/// The two-sided Mann–Whitney test that two samples come from one distribution.
///
/// @param u number of pairs in which the first sample's value is the larger, a tie counting half
/// @param p probability of a difference at least as large if they do
public record MannWhitney(double u, double p) {

  /// Up to this size of either sample, and without ties, the distribution is counted out exactly.
  private static final int EXACT_UP_TO = 8;

  /// Exact for small samples without ties, otherwise by the normal approximation with corrections
  /// for ties and continuity: what SciPy's `mannwhitneyu` does unless told otherwise. `p` is `NaN`
  /// without values on either side.
  public static MannWhitney of(double[] one, double[] other) {
    int n = one.length;
    int m = other.length;
    if (n == 0 || m == 0) {
      return new MannWhitney(Double.NaN, Double.NaN);
    }
    var ranks = Ranks.of(one, other);
    double u = ranks.sum() - n * (n + 1.0) / 2;
    boolean exact = ranks.ties() == 0 && Math.min(n, m) <= EXACT_UP_TO;
    return new MannWhitney(u, exact ? exact(u, n, m) : approximate(u, n, m, ranks.ties()));
  }

  private static double approximate(double u, int n, int m, double ties) {
    double all = n + m;
    double pairs = (double) n * m;
    double variance = pairs / 12 * (all + 1 - ties / (all * (all - 1)));
    double off = Math.max(u, pairs - u) - pairs / 2 - 0.5;
    if (variance == 0) {
      return 1;
    }
    return Math.min(1, 2 * Normal.above(off / Math.sqrt(variance)));
  }

  private static double exact(double u, int n, int m) {
    double[] ways = ways(n, m);
    int from = (int) Math.round(Math.max(u, (double) n * m - u));
    double all = Arrays.stream(ways).sum();
    double tail = 0;
    for (int i = from; i < ways.length; i++) {
      tail += ways[i];
    }
    return Math.min(1, 2 * tail / all);
  }

  /// Numbers of orders that give each U, up to a common factor: coefficients of the Gaussian
  /// binomial ∏ (1 − x^(m+i)) / (1 − x^i), i = 1 … n.
  private static double[] ways(int n, int m) {
    int few = Math.min(n, m);
    int many = Math.max(n, m);
    double[] ways = new double[few * many + 1];
    ways[0] = 1;
    for (int i = 1; i <= few; i++) {
      for (int u = ways.length - 1; u >= many + i; u--) {
        ways[u] -= ways[u - many - i];
      }
      for (int u = i; u < ways.length; u++) {
        ways[u] += ways[u - i];
      }
    }
    return ways;
  }
}
