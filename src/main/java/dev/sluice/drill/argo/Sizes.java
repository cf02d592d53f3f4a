package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.argo.model.Canary;
import dev.sluice.drill.argo.model.ReplicaSet;
import java.util.Optional;

/// How many pods each ReplicaSet should have now.
final class Sizes {
  private final Sync sync;

  Sizes(Sync sync) {
    this.sync = sync;
  }

  /// The weight the canary's steps ask for, of the full weight.
  int setWeight() {
    var canary = sync.rollout().canary();
    if (sync.before().aborted()) {
      return 0;
    }
    if (sync.step().isEmpty()) {
      return canary.fullWeight();
    }
    return weightBefore(sync.stepIndex() + 1);
  }

  /// The weight that the last of the first steps set; 0 when none did.
  int weightBefore(int index) {
    var steps = sync.steps();
    for (int i = Math.min(index, steps.size()) - 1; i >= 0; i--) {
      if (steps.get(i).weight().isPresent()) {
        return steps.get(i).weight().getAsInt();
      }
    }
    return 0;
  }

  /// The numbers to which canary and stable are brought now.
  ///
  /// @param weights the router's, that stand; missing for none
  Counts.Split canary(JsonNode weights) {
    var canary = sync.rollout().canary();
    return canary.routed() ? routed(canary, weights) : unrouted(canary);
  }

  /// The weight that an update or its abort aims at.
  int aim() {
    return sync.before().aborted() && sync.rollout().canary().dynamic()
        ? new DynamicScale(sync).stepBack()
        : setWeight();
  }

  private boolean walksNoSteps() {
    var before = sync.before();
    return before.promotesFully() || before.stable().isEmpty() || before.promoted();
  }

  private Counts.Split routed(Canary canary, JsonNode weights) {
    var scale = scale(canary).filter(_ -> !walksNoSteps());
    int weight =
        scale
            .map(set -> set.path("weight").asInt())
            .orElseGet(() -> walksNoSteps() ? canary.fullWeight() : aim());
    int pods =
        scale
            .filter(set -> set.has("replicas"))
            .map(set -> set.path("replicas").asInt())
            .orElseGet(() -> canary.atLeast(canary.pods(weight)));
    return canary.dynamic()
        ? new DynamicScale(sync).split(pods, weights, weight)
        : new Counts.Split(pods, canary.replicas());
  }

  /// The `setCanaryScale` in force. After an abort none is, unless the canary is to stay up.
  private Optional<JsonNode> scale(Canary canary) {
    boolean ends = sync.before().aborted() && canary.abortDelay().isPresent();
    if (ends || sync.step().isEmpty()) {
      return Optional.empty();
    }
    var steps = sync.steps();
    for (int i = sync.stepIndex(); i >= 0; i--) {
      var scale = steps.get(i).scale();
      if (scale.isPresent()) {
        return scale.filter(set -> !set.path("matchTrafficWeight").asBoolean());
      }
    }
    return Optional.empty();
  }

  private Counts.Split unrouted(Canary canary) {
    int replicas = canary.replicas();
    int weight = walksNoSteps() ? canary.fullWeight() : setWeight();
    var left = sync.sets().left();
    var goal =
        left.isPresent()
            ? Counts.nearest(replicas, weight, canary.fullWeight(), canary.surge())
            : new Counts.Split(replicas, 0);
    var counts =
        new Counts(
            replicas,
            replicas - canary.unavailable(),
            replicas + canary.surge(),
            sync.sets().others().stream().mapToInt(ReplicaSet::wanted).sum());
    return counts.next(
        side(sync.sets().current(), goal.canary()), side(left, goal.stable()), left.isPresent());
  }

  private static Counts.Side side(Optional<ReplicaSet> set, int goal) {
    return set.map(found -> new Counts.Side(found.wanted(), found.available(), goal))
        .orElse(Counts.Side.NONE);
  }

  /// Whether the canary's step has all its pods.
  ///
  /// @param weights the router's, that stand; missing for none
  boolean reached(JsonNode weights) {
    var canary = sync.rollout().canary();
    var goal = canary(weights);
    boolean ready =
        sync.sets()
            .current()
            .filter(set -> set.wanted() == goal.canary() && set.available() == goal.canary())
            .isPresent();
    boolean stableMade =
        canary.dynamic()
            || sync.sets()
                .stable()
                .filter(set -> set.wanted() == goal.stable() && set.actual() == goal.stable())
                .isPresent();
    return ready
        && stableMade
        && (canary.routed() || sync.sets().others().stream().allMatch(set -> set.available() == 0));
  }

  /// How many pods the new version of a blue-green should have now.
  int preview() {
    var plan = sync.rollout().blueGreen();
    var before = sync.before();
    var current = sync.sets().made();
    var active = sync.sets().byHash(before.activeSelector());
    boolean whole =
        plan.previewReplicas().isEmpty()
            || active.isEmpty()
            || active.get() == current
            || before.promotesFully();
    if (whole) {
      return plan.replicas();
    }
    boolean past =
        current.hash().equals(before.current())
            && !sync.rollout().paused()
            && before.pauses().isEmpty()
            && before.checkpoint();
    return past ? plan.replicas() : plan.previewReplicas().getAsInt();
  }

  /// Whether the new version of a blue-green has the pods it should have now.
  boolean previewReady() {
    var current = sync.sets().made();
    return current.wanted() == preview() && current.available() == preview();
  }
}
