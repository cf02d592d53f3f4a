package dev.sluice.judge.count;

import dev.sluice.judge.count.Counter.Arm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Cuts raw counters into slices with edges that all pods share.
///
/// A slice in which anything of the canary cannot be told carries no evidence; a stable pod that
/// cannot be told is left out of it, unless they are too many. Pods that have only begun to serve
/// are left out until they are warm, on both sides alike.
public final class Slicer {

  /// So much of the stable pods must be told for a slice to stand for them.
  private static final double MOST = 0.5;

  private final Weights weights;
  private final Duration scrape;
  private final Duration warm;

  /// @param scrape how often the pods are scraped; a sample is fresh for two and a half of these
  /// @param warm how long a new pod is left out
  public Slicer(Weights weights, Duration scrape, Duration warm) {
    this.weights = weights;
    this.scrape = scrape;
    this.warm = warm;
  }

  /// The slices between `from` and `to`, one a `step`.
  ///
  /// @param partial whether the metrics server said that its answer is not the whole one
  public List<Slice> slices(
      List<Counter> counters, Instant from, Instant to, Duration step, boolean partial) {
    var canary = pods(counters, Arm.CANARY);
    var stable = pods(counters, Arm.STABLE);
    var slices = new ArrayList<Slice>();
    for (var edge = from; !edge.plus(step).isAfter(to); edge = edge.plus(step)) {
      var next = edge.plus(step);
      int weight = weights.at(next);
      if (partial) {
        slices.add(Slice.flawed(edge, next, weight, Flaw.PARTIAL));
      } else if (weights.turned(edge.minus(scrape), next)) {
        slices.add(Slice.flawed(edge, next, weight, Flaw.WEIGHT));
      } else {
        slices.add(slice(canary, stable, edge, next, from, weight));
      }
    }
    return List.copyOf(slices);
  }

  private List<PodCounters> pods(List<Counter> counters, Arm arm) {
    Map<String, List<Counter>> byPod = new LinkedHashMap<>();
    for (var counter : counters) {
      if (counter.arm() == arm) {
        byPod.computeIfAbsent(counter.pod(), _ -> new ArrayList<>()).add(counter);
      }
    }
    return byPod.entrySet().stream()
        .map(pod -> new PodCounters(pod.getKey(), pod.getValue(), scrape.toMillis() * 5 / 2))
        .toList();
  }

  private Slice slice(
      List<PodCounters> canary,
      List<PodCounters> stable,
      Instant edge,
      Instant next,
      Instant begin,
      int weight) {
    var newer = heard(canary, edge, next, begin);
    var older = heard(stable, edge, next, begin);
    return flaw(newer, older, weight)
        .map(flaw -> Slice.flawed(edge, next, weight, flaw))
        .orElseGet(() -> Slice.of(edge, next, weight, newer.tallies, older.tallies));
  }

  private static Optional<Flaw> flaw(Heard newer, Heard older, int weight) {
    if (newer.flaw.isPresent()) {
      return newer.flaw;
    } else if (older.flaw.isPresent() && older.tallies.size() < MOST * older.pods) {
      return older.flaw;
    }
    boolean cold = newer.tallies.isEmpty() && newer.pods > 0 && weight > 0;
    return cold ? Optional.of(Flaw.COLD_START) : Optional.empty();
  }

  /// What all pods of one arm said.
  ///
  /// @param pods how many there are, cold and broken ones too
  private record Heard(List<PodTally> tallies, int pods, Optional<Flaw> flaw) {}

  private Heard heard(List<PodCounters> arm, Instant edge, Instant next, Instant begin) {
    var tallies = new ArrayList<PodTally>();
    Optional<Flaw> flaw = Optional.empty();
    int pods = 0;
    long gone = Duration.ofMinutes(5).toMillis();
    for (var pod : arm) {
      switch (pod.between(edge.toEpochMilli(), next.toEpochMilli(), gone)) {
        case PodCounters.Said.Absent() -> {}
        case PodCounters.Said.Broken(var why) -> {
          pods++;
          flaw = Optional.of(why);
        }
        case PodCounters.Said.Counted(var tally) -> {
          pods++;
          if (warm(pod, edge, begin)) {
            tallies.add(new PodTally(pod.pod(), tally));
          }
        }
      }
    }
    return new Heard(tallies, pods, flaw);
  }

  /// A pod that was there when the look begins has served for who knows how long.
  private boolean warm(PodCounters pod, Instant edge, Instant begin) {
    var first = Instant.ofEpochMilli(pod.first());
    return !first.isAfter(begin.plus(scrape)) || !first.plus(warm).isAfter(edge);
  }
}
