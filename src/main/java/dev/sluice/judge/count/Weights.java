package dev.sluice.judge.count;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// How much of the traffic was meant for the canary, and since when.
///
/// @param turns oldest first
/// @param vague for so long before each it may have happened already: whoever tells of one tells of
///   it afterwards
public record Weights(List<Turn> turns, Duration vague) {

  /// From then on the canary was meant to have that weight, in percent.
  public record Turn(Instant at, int weight) {}

  /// Of turns whose moments are exact.
  public Weights(List<Turn> turns) {
    this(turns, Duration.ZERO);
  }

  public Weights {
    turns = turns.stream().sorted(Comparator.comparing(Turn::at)).toList();
  }

  /// The weight at that moment; 0 before the first turn.
  int at(Instant time) {
    int weight = 0;
    for (var turn : turns) {
      weight = turn.at().isAfter(time) ? weight : turn.weight();
    }
    return weight;
  }

  /// Whether it may have turned after `from` and not after `to`.
  boolean turned(Instant from, Instant to) {
    return turns.stream()
        .anyMatch(turn -> turn.at().isAfter(from) && !turn.at().minus(vague).isAfter(to));
  }
}
