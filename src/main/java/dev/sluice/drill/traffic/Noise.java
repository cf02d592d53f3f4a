package dev.sluice.drill.traffic;

import java.time.Instant;
import java.util.random.RandomGeneratorFactory;

/// Something that wanders around 0 by about 1, a little each minute. It depends on nothing but its
/// seed and the time, so that it is the same however often one looks.
record Noise(long seed) {
  private static final long STEP = 60_000;
  private static final RandomGeneratorFactory<?> DICE =
      RandomGeneratorFactory.of("L64X128MixRandom");

  double at(Instant now) {
    long step = Math.floorDiv(now.toEpochMilli(), STEP);
    double way = Math.floorMod(now.toEpochMilli(), STEP) / (double) STEP;
    return gauss(step) * (1 - way) + gauss(step + 1) * way;
  }

  private double gauss(long step) {
    return DICE.create(seed * 1_000_003 + step).nextGaussian();
  }
}
