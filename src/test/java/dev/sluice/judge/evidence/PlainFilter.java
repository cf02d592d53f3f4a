package dev.sluice.judge.evidence;

/// One of [Tracks]' filters as it is written on paper: the exponential function and the logarithm
/// of the JDK, one filter by itself.
final class PlainFilter {
  private final Dispersion noise;
  private final double ratio;
  private double mean;
  private double variance;
  private double likelihood;

  PlainFilter(Dispersion noise, double ratio) {
    this.noise = noise;
    this.ratio = ratio;
  }

  void empty() {
    likelihood = Double.NEGATIVE_INFINITY;
  }

  double likelihood() {
    return likelihood;
  }

  void mix(PlainFilter from, double weight) {
    double more = from.likelihood + weight;
    double part = 1 / (1 + Math.exp(likelihood - more));
    double apart = from.mean - mean;
    mean += part * apart;
    variance += part * (from.variance - variance) + part * (1 - part) * apart * apart;
    likelihood = Math.max(likelihood, more) + Math.log1p(Math.exp(-Math.abs(more - likelihood)));
  }

  void step(Cell cell) {
    double kept = Math.pow(noise.phi(), cell.gap());
    double whole = noise.variance(cell.ours()) + noise.variance(cell.theirs());
    mean *= kept;
    variance = kept * kept * variance + (1 - kept * kept) * whole;
    if (cell.all() == 0) {
      return;
    }
    if (variance == 0) {
      likelihood += binomial(cell, ratio);
      return;
    }
    double before = start(cell);
    before += newton(cell, before);
    double q = q(cell, before);
    double seen = cell.all() * q * (1 - q);
    double at = before + newton(cell, before);
    double off = at - ratio - mean;
    likelihood += binomial(cell, at) - off * off / variance / 2 - Math.log1p(variance * seen) / 2;
    mean = at - ratio;
    variance = 1 / (seen + 1 / variance);
  }

  private double start(Cell cell) {
    var glance = Glance.of(cell);
    return ((ratio + mean) / variance + glance.at() * glance.weight())
        / (1 / variance + glance.weight());
  }

  private double newton(Cell cell, double at) {
    double q = q(cell, at);
    double slope = cell.bad() - cell.all() * q - (at - ratio - mean) / variance;
    return slope / (cell.all() * q * (1 - q) + 1 / variance);
  }

  private static double binomial(Cell cell, double at) {
    return cell.bad() * at - cell.all() * Math.log1p(cell.share() * Math.expm1(at));
  }

  private static double q(Cell cell, double at) {
    double odds = Math.exp(at) * cell.share() / (1 - cell.share());
    return odds / (1 + odds);
  }
}
