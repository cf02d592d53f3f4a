package dev.sluice.drill.traffic;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws how often something happens.
final class Dice {
  /// Above, a bell curve is near enough.
  private static final int MANY = 60;

  private final RandomGenerator random;

  Dice(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// How many events come when so many are expected (Poisson).
  long events(double expected) {
    if (expected > MANY) {
      return Math.max(0, Math.round(expected + Math.sqrt(expected) * random.nextGaussian()));
    }
    double limit = Math.exp(-expected);
    double product = random.nextDouble();
    long count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /// How many of so many are hit when each is by that chance (binomial).
  long hits(long of, double chance) {
    double likely = Math.clamp(chance, 0, 1);
    double spread = of * likely * (1 - likely);
    if (spread > MANY) {
      long hits = Math.round(of * likely + Math.sqrt(spread) * random.nextGaussian());
      return Math.clamp(hits, 0, of);
    } else if (likely > 0.5) {
      return of - few(of, 1 - likely);
    }
    return few(of, likely);
  }

  /// Goes from one hit to the next.
  private long few(long of, double chance) {
    if (chance <= 0) {
      return 0;
    }
    double miss = Math.log1p(-chance);
    long hits = 0;
    double at = Math.log(1 - random.nextDouble()) / miss;
    while (at < of) {
      hits++;
      at = Math.floor(at) + 1 + Math.log(1 - random.nextDouble()) / miss;
    }
    return hits;
  }
}
