package dev.sluice.judge.evidence;

/// Likelihood of what was counted under one ratio of the arms and one supposition about their
/// noise, step by step: a Gaussian filter of the noise with binomial observations.
///
/// Given all bad requests of a cell, those of the first arm are binomial with odds share ÷ (1 −
/// share) · e^(ratio + noise). The noise's distribution after each cell is taken as the Gaussian at
/// its mode (Laplace), and the cell's likelihood as the integral over it.
final class Track {

  private final double ratio;
  private final Dispersion noise;
  private double mean;
  private double variance;
  private double likelihood;
  private int ours;
  private int theirs;
  private double whole;
  private double gap;
  private double kept = 1;

  /// @param ratio logarithm of the ratio
  Track(double ratio, Dispersion noise) {
    this.ratio = ratio;
    this.noise = noise;
  }

  /// Logarithm of the likelihood of every cell so far.
  double likelihood() {
    return likelihood;
  }

  /// Mixes into this a share of another supposition's track, which saw the same cells: from now on
  /// what was true there is true here.
  ///
  /// @param weight logarithm of the share
  void mix(Track other, double weight) {
    double theirs = other.likelihood + weight;
    double sum = Logs.add(likelihood, theirs);
    double part = Math.exp(theirs - sum);
    double apart = other.mean - mean;
    mean += part * apart;
    variance += part * (other.variance - variance) + part * (1 - part) * apart * apart;
    likelihood = sum;
  }

  /// A track that begins with nothing of its own; what is [mixed][#mix] into it is all it has.
  Track empty() {
    likelihood = Double.NEGATIVE_INFINITY;
    return this;
  }

  void step(Cell cell, Glance glance) {
    if (noise.sigma() == 0) {
      likelihood += cell.bad() * ratio - cell.all() * Math.log1p(cell.share() * Math.expm1(ratio));
      return;
    }
    predict(cell);
    if (cell.all() > 0) {
      observe(cell, glance);
    }
  }

  private void predict(Cell cell) {
    if (cell.ours() != ours || cell.theirs() != theirs) {
      ours = cell.ours();
      theirs = cell.theirs();
      whole = noise.variance(ours) + noise.variance(theirs);
    }
    if (cell.gap() != gap) {
      gap = cell.gap();
      kept = Math.pow(noise.phi(), gap);
    }
    mean *= kept;
    variance = kept * kept * variance + (1 - kept * kept) * whole;
  }

  private void observe(Cell cell, Glance glance) {
    double centre = ratio + mean;
    double precision = 1 / variance;
    double at =
        (centre * precision + glance.at() * glance.weight()) / (precision + glance.weight());
    double odds = 0;
    double seen = 0;
    for (int i = 0; i < 2; i++) {
      odds = Math.exp(at) * cell.share() / (1 - cell.share());
      double q = odds / (1 + odds);
      seen = cell.all() * q * (1 - q);
      at += (cell.bad() - cell.all() * q - (at - centre) * precision) / (seen + precision);
    }
    double off = at - centre;
    likelihood +=
        cell.bad() * at
            - cell.all() * Math.log1p(cell.share() * Math.expm1(at))
            - off * off * precision / 2
            - Math.log1p(variance * seen) / 2;
    mean = at - ratio;
    variance = 1 / (seen + precision);
  }
}
