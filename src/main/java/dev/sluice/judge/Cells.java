package dev.sluice.judge;

import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Cell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Puts slices together to cells of a minute or so, in which a pod's own noise holds still. A cell
/// ends early where the weight or the pods change, and at once when the canary's bad requests are
/// far more than tolerated.
final class Cells {
  private static final double MINUTE = 1;

  /// Standard deviations above what is tolerated at which nobody waits for the minute to end.
  private static final double STRIKING = 4;

  private final double tolerated;
  private final Predicate<Slice> tells;
  private final List<Slice> open = new ArrayList<>();
  private Optional<Instant> before = Optional.empty();
  private int weight = -1;

  /// One or more slices together.
  ///
  /// @param turn whether the weight has turned since the cell before
  /// @param cell the arms against each other
  /// @param canary its pods
  /// @param stable its pods
  record Whole(boolean turn, Cell cell, List<PodTally> canary, List<PodTally> stable) {

    /// One canary pod against all of the stable revision, if both had requests.
    Optional<Cell> of(PodTally pod) {
      long others = sum(stable).requests();
      long requests = pod.tally().requests();
      if (requests == 0 || others == 0) {
        return Optional.empty();
      }
      long bad = pod.tally().bad();
      double share = (double) requests / (requests + others);
      return Optional.of(
          new Cell(cell.gap(), bad, bad + sum(stable).bad(), share, 1, stable.size()));
    }
  }

  private Cells(double tolerated, Predicate<Slice> tells) {
    this.tolerated = tolerated;
    this.tells = tells;
  }

  /// Of canary and stable revision.
  static Cells ofBoth(double tolerated) {
    return new Cells(tolerated, Slice::tells);
  }

  /// Of the stable revision alone.
  static Cells ofStable() {
    return new Cells(1, slice -> slice.flaw().isEmpty() && slice.stableTally().requests() > 0);
  }

  /// The cells that this slice ends; empty while it goes on.
  List<Whole> take(Slice slice) {
    var ended = new ArrayList<Whole>();
    if (!open.isEmpty() && !continues(slice)) {
      ended.add(close());
    }
    if (tells.test(slice)) {
      open.add(slice);
      if (minutes() >= MINUTE || striking()) {
        ended.add(close());
      }
    }
    return ended;
  }

  /// What is still open, as if it ended now.
  Optional<Whole> end() {
    return open.isEmpty() ? Optional.empty() : Optional.of(close());
  }

  private boolean continues(Slice slice) {
    var last = open.getLast();
    return tells.test(slice)
        && slice.weight() == last.weight()
        && slice.from().equals(last.to())
        && names(slice.canary()).equals(names(last.canary()))
        && names(slice.stable()).equals(names(last.stable()));
  }

  private double minutes() {
    return open.stream().map(Slice::length).mapToDouble(Cells::minutes).sum();
  }

  private boolean striking() {
    double bad = 0;
    double expected = 0;
    for (var slice : open) {
      bad += slice.canaryTally().bad();
      double share = share(slice);
      double worst = tolerated * share / (1 - share + tolerated * share);
      expected += worst * (slice.canaryTally().bad() + slice.stableTally().bad());
    }
    return bad > expected + STRIKING * Math.sqrt(expected + 1) + 1;
  }

  private Whole close() {
    var canary = together(open.stream().map(Slice::canary).toList());
    var stable = together(open.stream().map(Slice::stable).toList());
    double weighted = 0;
    long all = 0;
    for (var slice : open) {
      long bad = slice.canaryTally().bad() + slice.stableTally().bad();
      weighted += share(slice) * bad;
      all += bad;
    }
    double share = all > 0 ? weighted / all : share(open.getFirst());
    boolean turn = open.getFirst().weight() != weight;
    weight = open.getFirst().weight();
    var middle = middle(open.getFirst().from(), open.getLast().to());
    double gap = before.map(b -> minutes(Duration.between(b, middle))).orElse(1e6);
    before = Optional.of(middle);
    open.clear();
    return new Whole(
        turn,
        new Cell(gap, sum(canary).bad(), all, share, canary.size(), stable.size()),
        canary,
        stable);
  }

  private static Instant middle(Instant from, Instant to) {
    return from.plus(Duration.between(from, to).dividedBy(2));
  }

  private static double share(Slice slice) {
    double canary = slice.canaryTally().requests();
    return canary / (canary + slice.stableTally().requests());
  }

  private static double minutes(Duration time) {
    return time.toMillis() / 60e3;
  }

  private static List<String> names(List<PodTally> pods) {
    return pods.stream().map(PodTally::pod).toList();
  }

  private static List<PodTally> together(List<List<PodTally>> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    var sums = new ArrayList<PodTally>();
    for (int i = 0; i < parts.getFirst().size(); i++) {
      int at = i;
      var pod = parts.getFirst().get(i).pod();
      var sum = parts.stream().map(part -> part.get(at).tally()).reduce(Tally.NONE, Tally::plus);
      sums.add(new PodTally(pod, sum));
    }
    return sums;
  }

  static Tally sum(List<PodTally> pods) {
    return pods.stream().map(PodTally::tally).reduce(Tally.NONE, Tally::plus);
  }
}
