package dev.sluice.judge.evidence;

import java.util.Arrays;

/// The ratio of the arms over one stage: a confidence sequence, valid at every look at once.
///
/// A ratio is out when the likelihood of what was counted, as a mixture over all ratios and all
/// noises held possible, is more than 1/α times the largest that any of those noises gives to that
/// ratio; of the price of that, as much is given back as in [Alarm]. Between the ratios that are
/// followed, the logarithm of the likelihood is interpolated.
public final class Band {
  private static final double LOG_CREDIT = Math.log(Alarm.CREDIT);

  private final Learning learning;
  private final Tracks tracks;
  private long bad;
  private long all;
  private double share;

  public Band(Learning learning) {
    this.learning = learning;
    this.tracks = new Tracks(learning.noises(), Lattice.COARSE);
  }

  public void step(Cell cell) {
    if (cell.all() > 0) {
      share = (share * all + cell.share() * cell.all()) / (all + cell.all());
    }
    bad += cell.bad();
    all += cell.all();
    tracks.step(cell);
  }

  /// Bounds of the ratio.
  ///
  /// @param ratio the likeliest
  /// @param low 0 while nothing bounds it
  /// @param high infinite while nothing bounds it
  public record Bounds(double ratio, double low, double high) {

    /// Nothing known.
    public static final Bounds NONE = new Bounds(Double.NaN, 0, Double.POSITIVE_INFINITY);
  }

  /// Between which ratios it is, wrong with a chance of `alpha` at most over all looks.
  public Bounds bounds(double alpha) {
    if (all == 0) {
      return Bounds.NONE;
    }
    double[] best = new double[Lattice.FINE.length];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    double[][] totals = new double[learning.noises().size()][];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = likelihood(i);
      for (int j = 0; j < best.length; j++) {
        totals[i][j] += learning.likelihood(i);
        best[j] = Math.max(best[j], totals[i][j]);
      }
    }
    double[] mean = mean(totals, best);
    double[] joint = new double[best.length];
    for (int j = 0; j < best.length; j++) {
      joint[j] = mean[j] + Lattice.PRIOR[j];
      best[j] = Math.max(best[j] - LOG_CREDIT, mean[j]);
    }
    return cut(best, Logs.sum(joint) + Math.log(alpha));
  }

  /// Logarithm of the likelihood of each ratio, as a mean over what is believed of the noise.
  private double[] mean(double[][] totals, double[] best) {
    double[] mean = new double[best.length];
    for (int i = 0; i < totals.length; i++) {
      double belief = Math.exp(learning.belief(i));
      for (int j = 0; j < mean.length; j++) {
        mean[j] += belief * Logs.power(best[j] - totals[i][j]);
      }
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] = best[j] + Logs.of(mean[j]);
    }
    return mean;
  }

  private double[] likelihood(int noise) {
    if (learning.noises().get(noise).sigma() > 0) {
      double[] coarse = new double[Lattice.COARSE.length];
      for (int i = 0; i < coarse.length; i++) {
        coarse[i] = tracks.likelihood(noise, i);
      }
      return Lattice.refine(coarse);
    }
    double[] exact = new double[Lattice.FINE.length];
    for (int j = 0; j < exact.length; j++) {
      exact[j] = bad * Lattice.FINE[j] - all * Logs.of(1 + share * Lattice.FINE_LESS_ONE[j]);
    }
    return exact;
  }

  private static Bounds cut(double[] likelihood, double floor) {
    int peak = 0;
    for (int j = 1; j < likelihood.length; j++) {
      peak = likelihood[j] > likelihood[peak] ? j : peak;
    }
    int below = peak;
    while (below >= 0 && likelihood[below] >= floor) {
      below--;
    }
    int above = peak;
    while (above < likelihood.length && likelihood[above] >= floor) {
      above++;
    }
    return new Bounds(
        Math.exp(Lattice.FINE[peak]),
        below < 0 ? 0 : crossing(likelihood, floor, below, Math.min(below + 1, peak)),
        above == likelihood.length
            ? Double.POSITIVE_INFINITY
            : crossing(likelihood, floor, above, Math.max(above - 1, peak)));
  }

  /// Where the likelihood meets the floor between a ratio that is out and one that is in.
  private static double crossing(double[] likelihood, double floor, int out, int in) {
    double rise = likelihood[in] - likelihood[out];
    double part = rise > 0 ? (floor - likelihood[out]) / rise : 0;
    double ratio = Lattice.FINE[out] + part * (Lattice.FINE[in] - Lattice.FINE[out]);
    return Math.exp(ratio);
  }
}
