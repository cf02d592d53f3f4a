package dev.sluice.judge.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The ratio of the arms over one stage: a confidence sequence, valid at every look at once.
///
/// A ratio is out when the likelihood of what was counted, as a mixture over all ratios and all
/// noises held possible, is more than 1/α times the largest that any of those noises gives to that
/// ratio; of the price of that, as much is given back as in [Alarm]. Between the ratios that are
/// followed, the logarithm of the likelihood is interpolated.
public final class Band {
  private final Learning learning;
  private final List<List<Track>> tracks = new ArrayList<>();
  private long bad;
  private long all;
  private double share;

  public Band(Learning learning) {
    this.learning = learning;
    for (var noise : learning.noises()) {
      List<Track> line = new ArrayList<>();
      if (noise.sigma() > 0) {
        for (double ratio : Lattice.COARSE) {
          line.add(new Track(ratio, noise));
        }
      }
      tracks.add(List.copyOf(line));
    }
  }

  public void step(Cell cell) {
    if (cell.all() > 0) {
      share = (share * all + cell.share() * cell.all()) / (all + cell.all());
    }
    bad += cell.bad();
    all += cell.all();
    var glance = Glance.of(cell);
    for (var line : tracks) {
      for (var track : line) {
        track.step(cell, glance);
      }
    }
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
    double[] mean = best.clone();
    double[] beliefs = new double[tracks.size()];
    for (int i = 0; i < beliefs.length; i++) {
      double[] likelihood = likelihood(tracks.get(i));
      double[] joint = new double[likelihood.length];
      for (int j = 0; j < joint.length; j++) {
        double total = likelihood[j] + learning.likelihood(i);
        best[j] = Math.max(best[j], total - Math.log(Alarm.CREDIT));
        mean[j] = Logs.add(mean[j], total + learning.belief(i));
        joint[j] = likelihood[j] + Lattice.PRIOR[j];
      }
      beliefs[i] = Logs.sum(joint) + learning.likelihood(i) + learning.belief(i);
    }
    Arrays.setAll(best, j -> Math.max(best[j], mean[j]));
    return cut(best, Logs.sum(beliefs) + Math.log(alpha));
  }

  private double[] likelihood(List<Track> line) {
    if (!line.isEmpty()) {
      return Lattice.refine(line.stream().mapToDouble(Track::likelihood).toArray());
    }
    double[] exact = new double[Lattice.FINE.length];
    for (int j = 0; j < exact.length; j++) {
      exact[j] = bad * Lattice.FINE[j] - all * Math.log1p(share * Lattice.FINE_LESS_ONE[j]);
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
