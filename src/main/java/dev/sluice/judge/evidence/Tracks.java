package dev.sluice.judge.evidence;

import java.util.Arrays;
import java.util.List;

/// Likelihoods of what was counted, step by step, under some ratios of the arms and some
/// suppositions about their noise: for each pair a Gaussian filter of the noise with binomial
/// observations. Kept in plain arrays, one ratio after the other: thousands of releases together
/// have millions of filters, and memory is what they wait for.
///
/// Given all bad requests of a cell, those of the first arm are binomial with odds share ÷ (1 −
/// share) · e^(ratio + noise). The noise's distribution after each cell is taken as the Gaussian at
/// its mode (Laplace), and the cell's likelihood as the integral over it. The mode is searched in
/// logarithms of the odds, by two of Newton's steps from where the cell by itself and what was
/// known before meet.
///
/// Each stage of the search is a short loop over all filters: one filter's divisions wait for each
/// other, those of many do not.
final class Tracks {
  private final List<Dispersion> noises;
  private final double[] ratios;
  private final double[] means;
  private final double[] variances;
  private final double[] likelihoods;
  private final double[] kept;
  private final double[] comes;
  private int ours;
  private int theirs;
  private double gap;

  /// @param ratios their logarithms
  Tracks(List<Dispersion> noises, double... ratios) {
    this.noises = noises;
    this.ratios = ratios;
    int size = noises.size() * ratios.length;
    this.means = new double[size];
    this.variances = new double[size];
    this.likelihoods = new double[size];
    this.kept = new double[noises.size()];
    this.comes = new double[noises.size()];
  }

  /// Logarithm of the likelihood of every cell so far.
  double likelihood(int noise, int ratio) {
    return likelihoods[ratio * kept.length + noise];
  }

  /// That ratio begins with nothing of its own; what is [mixed][#mix] into it is all it has.
  void empty(int ratio) {
    int from = ratio * kept.length;
    Arrays.fill(likelihoods, from, from + kept.length, Double.NEGATIVE_INFINITY);
  }

  /// Mixes a share of one ratio's tracks into another's: from now on what was true there is true
  /// here.
  ///
  /// @param weight logarithm of the share
  void mix(int from, int into, double weight) {
    for (int i = 0; i < kept.length; i++) {
      blend(from * kept.length + i, into * kept.length + i, weight);
    }
  }

  private void blend(int from, int into, double weight) {
    double more = likelihoods[from] + weight;
    double own = likelihoods[into];
    double apart = -Math.abs(more - own);
    double smaller = Logistic.value(apart);
    double part = more > own ? 1 - smaller : smaller;
    double off = means[from] - means[into];
    means[into] += part * off;
    variances[into] += part * (variances[from] - variances[into]) + part * (1 - part) * off * off;
    likelihoods[into] = Math.max(own, more) + Logistic.integral(apart);
  }

  void step(Cell cell) {
    if (cell.ours() != ours || cell.theirs() != theirs || cell.gap() != gap) {
      turn(cell);
    }
    for (int from = 0; from < means.length; from += kept.length) {
      predict(from);
    }
    if (cell.all() > 0) {
      observe(cell);
    }
  }

  /// What changes for all of them when the pods or the time between cells do.
  private void turn(Cell cell) {
    ours = cell.ours();
    theirs = cell.theirs();
    gap = cell.gap();
    for (int i = 0; i < kept.length; i++) {
      var noise = noises.get(i);
      kept[i] = Math.pow(noise.phi(), gap);
      comes[i] = (1 - kept[i] * kept[i]) * (noise.variance(ours) + noise.variance(theirs));
    }
  }

  private void predict(int from) {
    for (int i = 0; i < kept.length; i++) {
      means[from + i] *= kept[i];
      variances[from + i] = kept[i] * kept[i] * variances[from + i] + comes[i];
    }
  }

  private void observe(Cell cell) {
    double bad = cell.bad();
    double all = cell.all();
    double odds = Math.log(cell.share() / (1 - cell.share()));
    double[] centre = centres(odds);
    double[] at = meeting(Glance.of(cell), odds, centre);
    double[] q = new double[at.length];
    Logistic.values(at, q);
    search(bad, all, centre, at, q);
    Logistic.values(at, q);
    settle(bad, all, centre, at, q);
    Logistic.integrals(at, q);
    double equal = -Math.log(1 - cell.share());
    for (int i = 0; i < at.length; i++) {
      likelihoods[i] += bad * (at[i] - odds) - all * (q[i] - equal);
    }
  }

  /// The logarithms of the odds that are expected.
  private double[] centres(double odds) {
    double[] centre = new double[means.length];
    for (int i = 0, ratio = 0; ratio < ratios.length; ratio++) {
      for (int end = i + kept.length; i < end; i++) {
        centre[i] = odds + ratios[ratio] + means[i];
      }
    }
    return centre;
  }

  private double[] meeting(Glance glance, double odds, double[] centre) {
    double[] at = new double[centre.length];
    double seen = (glance.at() + odds) * glance.weight();
    for (int i = 0; i < at.length; i++) {
      at[i] = (centre[i] + seen * variances[i]) / (1 + glance.weight() * variances[i]);
    }
    return at;
  }

  private void search(double bad, double all, double[] centre, double[] at, double[] q) {
    for (int i = 0; i < at.length; i++) {
      double more = (bad - all * q[i]) * variances[i] - (at[i] - centre[i]);
      at[i] += more / (1 + all * q[i] * (1 - q[i]) * variances[i]);
    }
  }

  /// The last step of the search, and what is known then.
  private void settle(double bad, double all, double[] centre, double[] at, double[] q) {
    for (int i = 0; i < at.length; i++) {
      double variance = variances[i];
      double left = 1 / (1 + all * q[i] * (1 - q[i]) * variance);
      at[i] += ((bad - all * q[i]) * variance - (at[i] - centre[i])) * left;
      double off = at[i] - centre[i];
      means[i] += off;
      variances[i] = variance * left;
      // Without noise nothing is off, and this is nothing.
      centre[i] = off * off / Math.max(variance, Double.MIN_NORMAL);
      q[i] = left;
    }
    for (int i = 0; i < at.length; i++) {
      likelihoods[i] += (Logs.of(q[i]) - centre[i]) / 2;
    }
  }
}
