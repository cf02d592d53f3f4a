package dev.sluice.conduct;

import dev.sluice.release.Happening;
import dev.sluice.release.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// How much of the traffic the canary had, and since when, as far as it was seen or the cluster's
/// Events still tell: they are kept for an hour or so.
///
/// @param turns oldest first, each with another weight than the one before
public record WeightCourse(List<Turn> turns) {

  /// From then on the canary had that weight.
  public record Turn(Instant at, int weight) {}

  public WeightCourse {
    turns = List.copyOf(turns);
  }

  /// Nothing known.
  public static final WeightCourse UNKNOWN = new WeightCourse(List.of());

  private static final int KEPT = 100;

  /// What those happenings tell of weights.
  public static WeightCourse of(List<Happening> happenings) {
    return of(
        happenings.stream()
            .filter(happening -> happening.weight().isPresent())
            .map(happening -> new Turn(happening.at(), happening.weight().getAsInt())));
  }

  private static WeightCourse of(Stream<Turn> known) {
    var turns = new ArrayList<Turn>();
    known
        .sorted(Comparator.comparing(Turn::at))
        .filter(turn -> turns.isEmpty() || turns.getLast().weight() != turn.weight())
        .forEach(turns::add);
    return new WeightCourse(turns.subList(Math.max(0, turns.size() - KEPT), turns.size()));
  }

  /// Everything that both know. Who tells of the same turn later adds nothing.
  public WeightCourse and(WeightCourse other) {
    return of(Stream.concat(turns.stream(), other.turns.stream()));
  }

  /// This and that turn.
  public WeightCourse and(Turn turn) {
    return and(new WeightCourse(List.of(turn)));
  }

  /// The weight that this aborted revision had last; empty where nothing tells.
  public OptionalInt left(Revision revision, Instant aborted) {
    return turns.stream()
        .filter(turn -> !turn.at().isBefore(revision.created()) && !turn.at().isAfter(aborted))
        .mapToInt(Turn::weight)
        .filter(weight -> weight > 0)
        .reduce((_, later) -> later);
  }

  /// The weight that the canary came to last; 0 where nothing is known.
  public int weight() {
    return turns.isEmpty() ? 0 : turns.getLast().weight();
  }
}
