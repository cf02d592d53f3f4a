package dev.sluice.judge.count;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// How much of the traffic was meant for the canary, and since when.
///
/// @param turns oldest first
public record Weights(List<Turn> turns) {

  /// From then on the canary was meant to have that weight, in percent.
  public record Turn(Instant at, int weight) {}

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

  /// Whether it turned after `from` and not after `to`.
  boolean turned(Instant from, Instant to) {
    return turns.stream().anyMatch(turn -> turn.at().isAfter(from) && !turn.at().isAfter(to));
  }
}
