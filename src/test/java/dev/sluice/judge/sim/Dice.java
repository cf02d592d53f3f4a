package dev.sluice.judge.sim;

import java.util.SplittableRandom;

/// Seeded random numbers of the kinds that simulations need.
public final class Dice {
  private final SplittableRandom random;

  public Dice(long seed) {
    this(new SplittableRandom(seed));
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /// Others, whose numbers have nothing to do with these.
  Dice others() {
    return new Dice(random.split());
  }

  /// From a standard normal distribution.
  public double normal() {
    return random.nextGaussian();
  }

  public double uniform() {
    return random.nextDouble();
  }

  /// From a Poisson distribution: by products of uniform numbers, by its normal approximation where
  /// the mean is large.
  public long poisson(double mean) {
    if (mean > 60) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    }
    double limit = Math.exp(-mean);
    long count = -1;
    for (double product = 1; product > limit; product *= random.nextDouble()) {
      count++;
    }
    return Math.max(0, count);
  }
}
