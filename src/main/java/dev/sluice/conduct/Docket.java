package dev.sluice.conduct;

import dev.sluice.gate.Limits;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Prospect;
import dev.sluice.judge.Signal;
import dev.sluice.judge.count.Weights;
import dev.sluice.judge.slo.Slo;
import dev.sluice.policy.Origin;
import dev.sluice.policy.PlannedStage;
import dev.sluice.policy.Policy;
import dev.sluice.policy.Terms;
import dev.sluice.release.Release;
import dev.sluice.release.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What the judge is asked about one release.
///
/// @param measures by which it is judged
/// @param within requests slower than this are bad for [Signal#LATENCY_P99]
/// @param plan the stages of its manifest that users are on, each with what the policy says of its
///   weight
/// @param weights how much traffic its newer revision was meant to have, on the cluster's clock;
///   none while there is no newer one
/// @param slo whose error budget is reckoned; empty where nobody asks for one
public record Docket(
    Release release,
    List<Measure> measures,
    Duration within,
    List<Prospect.Planned> plan,
    Weights weights,
    Optional<Slo> slo) {

  /// The share of slow requests that a limit of the 99th percentile allows.
  private static final double ONE_IN_A_HUNDRED = 0.01;

  private static final int EVERYONE = 100;

  public Docket {
    measures = List.copyOf(measures);
    plan = List.copyOf(plan);
  }

  /// Of a release that is held to that.
  ///
  /// @param course the weights that are known of
  /// @param now on the cluster's clock
  public static Docket of(
      Release release, Requirements requirements, WeightCourse course, Instant now) {
    var limits = requirements.limits();
    var policy = requirements.policy();
    return new Docket(
        release,
        measures(limits),
        limits.latencyP99(),
        plan(release, policy.get(Terms.STAGES)),
        new Weights(release.onTrial(now) ? turns(release, course) : List.of()),
        slo(policy));
  }

  private static List<Measure> measures(Limits limits) {
    return List.of(
        Measure.of(Signal.ERROR_RATE, OptionalDouble.of(limits.errorRate()), 2),
        Measure.of(Signal.LATENCY_P99, OptionalDouble.of(ONE_IN_A_HUNDRED), 2));
  }

  private static List<Prospect.Planned> plan(Release release, List<PlannedStage> asked) {
    var stages = new TreeMap<Integer, Prospect.Planned>();
    if (release.strategy() instanceof Strategy.Canary(var steps, _, _, _)) {
      for (var stage : StagePlan.of(steps).stages()) {
        if (stage.weight() > 0) {
          var said = said(stage.weight(), asked);
          var soak = stage.soak().filter(own -> !own.isZero()).orElse(said.soak());
          stages.putIfAbsent(
              stage.weight(), new Prospect.Planned(stage.weight(), soak, said.notWorseThan()));
        }
      }
    }
    var end = said(EVERYONE, asked);
    stages.putIfAbsent(EVERYONE, new Prospect.Planned(EVERYONE, end.soak(), end.notWorseThan()));
    return List.copyOf(stages.values());
  }

  /// Of the stage with that weight, else of the last one before it, else of the first.
  private static PlannedStage said(int weight, List<PlannedStage> asked) {
    return asked.stream()
        .filter(stage -> stage.weight() <= weight)
        .max(Comparator.comparingInt(PlannedStage::weight))
        .orElse(asked.getFirst());
  }

  /// Of the newer revision alone. Of the time before the first of them nothing is known; it is
  /// counted as time without traffic, which leaves evidence out and makes none.
  private static List<Weights.Turn> turns(Release release, WeightCourse course) {
    var created = release.current().map(revision -> revision.created()).orElse(Instant.MIN);
    return course.turns().stream()
        .filter(turn -> !turn.at().isBefore(created))
        .map(turn -> new Weights.Turn(turn.at(), turn.weight()))
        .toList();
  }

  private static Optional<Slo> slo(Policy policy) {
    boolean said = !(policy.origin(Terms.SLO_OBJECTIVE) instanceof Origin.BuiltIn);
    double objective = policy.get(Terms.SLO_OBJECTIVE);
    return (said || policy.get(Terms.BUDGET)) && objective > 0 && objective < 1
        ? Optional.of(new Slo(objective, policy.get(Terms.SLO_WINDOW)))
        : Optional.empty();
  }
}
