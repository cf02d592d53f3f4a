package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.argo.model.Canary;
import dev.sluice.drill.argo.model.ReplicaSet;
import java.util.Optional;

/// A canary behind a router whose stable version keeps no more pods than its weight needs.
final class DynamicScale {
  private final Sync sync;
  private final Canary canary;

  DynamicScale(Sync sync) {
    this.sync = sync;
    this.canary = sync.rollout().canary();
  }

  /// The pods of both, once the canary is to have that many.
  ///
  /// @param weights those that stand; missing for none
  /// @param weight of the canary that is aimed at
  Counts.Split split(int pods, JsonNode weights, int weight) {
    int full = canary.fullWeight();
    int stable = canary.pods(full - weight);
    int left = pods;
    if (!weights.isMissingNode()) {
      stable = Math.max(stable, canary.pods(weights.at("/stable/weight").asInt()));
      if (sync.before().aborted()) {
        left = Math.max(left, canary.pods(weights.at("/canary/weight").asInt()));
      }
    }
    return new Counts.Split(canary.atLeast(left), canary.atLeast(stable));
  }

  /// The weight of the canary on the way back: that of the next lower step, by the pods there are.
  int stepBack() {
    int replicas = canary.replicas();
    int pods =
        Math.max(replicas - available(sync.sets().stable()), available(sync.sets().current()));
    var steps = sync.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      var weight = steps.get(i).weight();
      if (weight.isPresent() && canary.pods(weight.getAsInt()) < pods) {
        return weight.getAsInt();
      }
    }
    return 0;
  }

  private static int available(Optional<ReplicaSet> set) {
    return set.map(ReplicaSet::available).orElse(0);
  }

  /// The hash of the canary that somebody turned away from, while the stable version has too few
  /// pods for all of the traffic.
  Optional<String> turnedFrom() {
    var before = sync.before();
    var hash = before.weights().at("/canary/podTemplateHash").asText();
    boolean turned =
        canary.dynamic()
            && before.promoted()
            && !before.weights().isMissingNode()
            && !hash.equals(sync.currentHash())
            && available(sync.sets().current()) < canary.replicas();
    return turned ? Optional.of(hash) : Optional.empty();
  }

  /// The weight that the canary keeps on the way back, so that it never exceeds what the stable
  /// version can take.
  ///
  /// @param aim of the weight
  int weightBack(int aim) {
    int full = canary.fullWeight();
    if (sync.sets().stable().isEmpty() || canary.replicas() == 0) {
      return 0;
    }
    int carried = full * available(sync.sets().stable()) / canary.replicas();
    int needed = Math.max(0, full - carried);
    var weights = sync.before().weights();
    if (weights.isMissingNode()) {
      return Math.max(needed, aim);
    }
    int stands = weights.at("/canary/weight").asInt();
    if (aim <= 0) {
      return Math.min(needed, stands);
    }
    return carried < full - aim ? stands : Math.min(aim, stands);
  }
}
