package dev.sluice.fuzz;

import java.util.Random;

/// Chance by seed. [Random] itself begins nearly alike for seeds that are close to each other: of
/// the first 1,500 all would choose the same one of a handful first.
public final class Dice {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private Dice() {}

  /// The same ones for the same seed, others from the first throw on for the next.
  public static Random of(long seed) {
    return new Random(seed * SPREAD);
  }
}
