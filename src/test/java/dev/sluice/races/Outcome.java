package dev.sluice.races;

import dev.sluice.act.Standing;
import dev.sluice.races.Moment.Began;
import dev.sluice.races.Moment.Ended;
import dev.sluice.races.Moment.Wrote;
import java.util.List;
import java.util.stream.Collectors;

/// How a race came out.
///
/// @param broken the promises that were broken, each in a sentence
public record Outcome(Recipe recipe, List<Moment> moments, List<String> broken) {

  public Outcome {
    moments = List.copyOf(moments);
    broken = List.copyOf(broken);
  }

  public boolean kept() {
    return broken.isEmpty();
  }

  /// Writes of consoles that were applied.
  public long applied() {
    return moments.stream().filter(m -> m instanceof Wrote wrote && wrote.applied()).count();
  }

  /// Writes of consoles that were refused or lost.
  public long refused() {
    return moments.stream().filter(m -> m instanceof Wrote wrote && !wrote.applied()).count();
  }

  /// Actions that were begun.
  public long begun() {
    return moments.stream().filter(Began.class::isInstance).count();
  }

  /// Actions that ended well.
  public long succeeded() {
    return moments.stream()
        .filter(m -> m instanceof Ended end && end.standing() instanceof Standing.Succeeded)
        .count();
  }

  /// The recipe that repeats it, what was broken, and everything that happened.
  public String story() {
    var told = moments.stream().map(Moment::toString).collect(Collectors.joining("\n"));
    return "%s%n%s%n%s".formatted(recipe, String.join("\n", broken), told);
  }
}
