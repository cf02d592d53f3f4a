package dev.sluice.races;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// All that a race follows from.
///
/// @param steps how many things happen before it calms down
/// @param without what does not happen in it
public record Recipe(long seed, int steps, Set<Trouble> without) {
  private static final int STEPS = 120;

  /// What makes a race hard.
  public enum Trouble {
    /// Requests and answers get lost, or arrive late.
    LINE,
    /// A third writer with Argo's own verbs, and new revisions.
    THIRD_WRITER,
    /// A second console.
    SECOND_CONSOLE,
    /// Listings from the past, and such that miss the rollout.
    OLD_LISTS,
    /// A controller that hangs.
    SLEEP
  }

  public Recipe {
    without = Set.copyOf(without);
  }

  /// A whole race.
  public static Recipe of(long seed) {
    return new Recipe(seed, STEPS, Set.of());
  }

  /// One again, as it was told.
  ///
  /// @param without names of troubles, with commas between them; may be empty
  public static Recipe of(long seed, int steps, String without) {
    var none =
        Arrays.stream(without.split(",", -1))
            .filter(name -> !name.isEmpty())
            .map(Trouble::valueOf)
            .collect(Collectors.toSet());
    return new Recipe(seed, steps, none);
  }

  boolean has(Trouble trouble) {
    return !without.contains(trouble);
  }

  Recipe steps(int fewer) {
    return new Recipe(seed, fewer, without);
  }

  Recipe without(Trouble trouble) {
    var all = EnumSet.of(trouble);
    all.addAll(without);
    return new Recipe(seed, steps, all);
  }

  /// As a benchmark takes it: `seed=7 steps=40 without=LINE,SLEEP`.
  @Override
  public String toString() {
    var none =
        Arrays.stream(Trouble.values())
            .filter(without::contains)
            .map(Trouble::name)
            .collect(Collectors.joining(","));
    return "seed=%d steps=%d%s".formatted(seed, steps, none.isEmpty() ? "" : " without=" + none);
  }
}
