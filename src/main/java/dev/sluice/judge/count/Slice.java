package dev.sluice.judge.count;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What both revisions' pods counted between two moments that are the same for all of them, while
/// the weight stood still.
///
/// @param weight percent of the traffic that was meant for the canary
/// @param canary its pods, by name
/// @param stable its pods, by name
/// @param flaw why it carries no evidence; empty when it does
public record Slice(
    Instant from,
    Instant to,
    int weight,
    List<PodTally> canary,
    List<PodTally> stable,
    Optional<Flaw> flaw) {

  public Slice {
    canary = byName(canary);
    stable = byName(stable);
  }

  private static List<PodTally> byName(List<PodTally> pods) {
    for (int i = 1; i < pods.size(); i++) {
      if (pods.get(i - 1).pod().compareTo(pods.get(i).pod()) > 0) {
        return pods.stream().sorted(Comparator.comparing(PodTally::pod)).toList();
      }
    }
    return List.copyOf(pods);
  }

  /// A slice that carries evidence.
  public static Slice of(
      Instant from, Instant to, int weight, List<PodTally> canary, List<PodTally> stable) {
    return new Slice(from, to, weight, canary, stable, Optional.empty());
  }

  /// A slice that carries none.
  public static Slice flawed(Instant from, Instant to, int weight, Flaw flaw) {
    return new Slice(from, to, weight, List.of(), List.of(), Optional.of(flaw));
  }

  /// All of the canary's pods.
  public Tally canaryTally() {
    return PodTally.sum(canary);
  }

  /// All of the stable revision's pods.
  public Tally stableTally() {
    return PodTally.sum(stable);
  }

  /// Whether it can tell anything: no flaw, and requests on both sides.
  public boolean tells() {
    return flaw.isEmpty() && canaryTally().requests() > 0 && stableTally().requests() > 0;
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
