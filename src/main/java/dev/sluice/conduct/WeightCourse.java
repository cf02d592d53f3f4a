package dev.sluice.conduct;

import dev.sluice.release.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How much of the traffic the canary had, and since when, as far as the cluster's Events still
/// tell: they are kept for an hour or so.
///
/// @param turns oldest first, each with another weight than the one before
public record WeightCourse(List<Turn> turns) {

  /// From then on the canary had that weight.
  public record Turn(Instant at, int weight) {}

  public WeightCourse {
    turns = List.copyOf(turns);
  }

  /// What those happenings tell of weights.
  public static WeightCourse of(List<Happening> happenings) {
    var turns = new ArrayList<Turn>();
    happenings.stream()
        .filter(happening -> happening.weight().isPresent())
        .sorted(Comparator.comparing(Happening::at))
        .map(happening -> new Turn(happening.at(), happening.weight().getAsInt()))
        .filter(turn -> turns.isEmpty() || turns.getLast().weight() != turn.weight())
        .forEach(turns::add);
    return new WeightCourse(turns);
  }
}
