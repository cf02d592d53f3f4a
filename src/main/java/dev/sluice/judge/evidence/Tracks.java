package dev.sluice.judge.evidence;

import java.util.List;

/// Likelihoods of what was counted, step by step, under some ratios of the arms and some
/// suppositions about their noise: for each pair a Gaussian filter of the noise with binomial
/// observations. Kept in plain arrays, one supposition after the other: thousands of releases
/// together have millions of filters, and memory is what they wait for.
///
/// Given all bad requests of a cell, those of the first arm are binomial with odds share ÷ (1 −
/// share) · e^(ratio + noise). The noise's distribution after each cell is taken as the Gaussian at
/// its mode (Laplace), and the cell's likelihood as the integral over it.
final class Tracks {
  private final List<Dispersion> noises;
  private final double[] ratios;
  private final double[] means;
  private final double[] variances;
  private final double[] likelihoods;
  private final double[] wholes;
  private final double[] kept;
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
    this.wholes = new double[noises.size()];
    this.kept = new double[noises.size()];
  }

  /// Logarithm of the likelihood of every cell so far.
  double likelihood(int noise, int ratio) {
    return likelihoods[noise * ratios.length + ratio];
  }

  /// That ratio begins with nothing of its own; what is [mixed][#mix] into it is all it has.
  void empty(int ratio) {
    for (int at = ratio; at < likelihoods.length; at += ratios.length) {
      likelihoods[at] = Double.NEGATIVE_INFINITY;
    }
  }

  /// Mixes a share of one ratio's tracks into another's: from now on what was true there is true
  /// here.
  ///
  /// @param weight logarithm of the share
  void mix(int from, int into, double weight) {
    for (int start = 0; start < likelihoods.length; start += ratios.length) {
      blend(start + from, start + into, weight);
    }
  }

  private void blend(int from, int into, double weight) {
    double more = likelihoods[from] + weight;
    double own = likelihoods[into];
    double less = Math.exp(-Math.abs(more - own));
    double part = (more > own ? 1 : less) / (1 + less);
    double apart = means[from] - means[into];
    means[into] += part * apart;
    variances[into] +=
        part * (variances[from] - variances[into]) + part * (1 - part) * apart * apart;
    likelihoods[into] = Math.max(own, more) + Math.log(1 + less);
  }

  void step(Cell cell) {
    predict(cell);
    double odds = cell.share() / (1 - cell.share());
    var glance = Glance.of(cell);
    for (int noise = 0, at = 0; noise < kept.length; noise++, at += ratios.length) {
      if (noises.get(noise).sigma() == 0) {
        count(cell, at);
        continue;
      }
      double stays = kept[noise] * kept[noise];
      double comes = (1 - stays) * wholes[noise];
      for (int i = 0; i < ratios.length; i++) {
        means[at + i] *= kept[noise];
        variances[at + i] = stays * variances[at + i] + comes;
        if (cell.all() > 0) {
          observe(cell, glance, odds, ratios[i], at + i);
        }
      }
    }
  }

  /// What changes for all of them when the pods or the time between cells do.
  private void predict(Cell cell) {
    if (cell.ours() != ours || cell.theirs() != theirs) {
      ours = cell.ours();
      theirs = cell.theirs();
      for (int i = 0; i < wholes.length; i++) {
        wholes[i] = noises.get(i).variance(ours) + noises.get(i).variance(theirs);
      }
    }
    if (cell.gap() != gap) {
      gap = cell.gap();
      for (int i = 0; i < kept.length; i++) {
        kept[i] = Math.pow(noises.get(i).phi(), gap);
      }
    }
  }

  /// Without noise there is nothing to filter.
  private void count(Cell cell, int at) {
    for (int i = 0; i < ratios.length; i++) {
      double more = Math.exp(ratios[i]) - 1;
      likelihoods[at + i] +=
          cell.bad() * ratios[i] - cell.all() * Math.log(1 + cell.share() * more);
    }
  }

  private void observe(Cell cell, Glance glance, double odds, double ratio, int into) {
    double variance = variances[into];
    double precision = 1 / variance;
    double centre = ratio + means[into];
    double at =
        (centre * precision + glance.at() * glance.weight()) / (precision + glance.weight());
    double seen = 0;
    for (int i = 0; i < 2; i++) {
      double ours = Math.exp(at) * odds;
      double q = ours / (1 + ours);
      seen = cell.all() * q * (1 - q);
      at += (cell.bad() - cell.all() * q - (at - centre) * precision) / (seen + precision);
    }
    double off = at - centre;
    likelihoods[into] +=
        cell.bad() * at
            - cell.all() * Math.log(1 + cell.share() * (Math.exp(at) - 1))
            - off * off * precision / 2
            - Math.log(1 + variance * seen) / 2;
    means[into] = at - ratio;
    variances[into] = 1 / (seen + precision);
  }
}
