package dev.sluice.judge;

import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Slice;
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
  private double minutes;
  private long bad;
  private long all;
  private double weighted;
  private double expected;
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
      var others = PodTally.sum(stable);
      long requests = pod.tally().requests();
      if (requests == 0 || others.requests() == 0) {
        return Optional.empty();
      }
      long bad = pod.tally().bad();
      double share = (double) requests / (requests + others.requests());
      return Optional.of(new Cell(cell.gap(), bad, bad + others.bad(), share, 1, stable.size()));
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
    boolean counts = tells.test(slice);
    if (!open.isEmpty() && !(counts && continues(slice))) {
      ended.add(close());
    }
    if (counts) {
      add(slice);
      if (minutes >= MINUTE || striking()) {
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
    return slice.weight() == last.weight()
        && slice.from().equals(last.to())
        && PodTally.samePods(slice.canary(), last.canary())
        && PodTally.samePods(slice.stable(), last.stable());
  }

  private void add(Slice slice) {
    var canary = slice.canaryTally();
    long both = canary.bad() + slice.stableTally().bad();
    double share = share(slice);
    open.add(slice);
    minutes += minutes(slice.length());
    bad += canary.bad();
    all += both;
    weighted += share * both;
    expected += tolerated * share / (1 - share + tolerated * share) * both;
  }

  private boolean striking() {
    return bad > expected + STRIKING * Math.sqrt(expected + 1) + 1;
  }

  private Whole close() {
    var first = open.getFirst();
    boolean turn = first.weight() != weight;
    weight = first.weight();
    var middle = middle(first.from(), open.getLast().to());
    double gap = before.map(b -> minutes(Duration.between(b, middle))).orElse(1e6);
    before = Optional.of(middle);
    double share = all > 0 ? weighted / all : share(first);
    var canary = together(open.stream().map(Slice::canary).toList());
    var stable = together(open.stream().map(Slice::stable).toList());
    var cell = new Cell(gap, bad, all, share, canary.size(), stable.size());
    clear();
    return new Whole(turn, cell, canary, stable);
  }

  private void clear() {
    open.clear();
    minutes = 0;
    bad = 0;
    all = 0;
    weighted = 0;
    expected = 0;
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

  /// What the same pods counted in several slices.
  private static List<PodTally> together(List<List<PodTally>> parts) {
    var sums = new ArrayList<>(parts.getFirst());
    for (var part : parts.subList(1, parts.size())) {
      for (int i = 0; i < part.size(); i++) {
        sums.set(i, new PodTally(part.get(i).pod(), sums.get(i).tally().plus(part.get(i).tally())));
      }
    }
    return sums;
  }
}
