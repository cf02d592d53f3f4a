package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.ReplicaSet;
import java.util.List;
import java.util.stream.Stream;

/// Takes down the ReplicaSets that are neither current nor stable.
final class ScaleDown {
  private final Sync sync;
  private int delayed;

  ScaleDown(Sync sync) {
    this.sync = sync;
  }

  private List<ReplicaSet> active() {
    return sync.sets().others().stream().filter(set -> set.wanted() > 0).toList();
  }

  /// Of a canary.
  ///
  /// @return whether something was scaled
  boolean canary() {
    var active = active();
    if (active.isEmpty()) {
      return false;
    }
    boolean cleaned = dropUnhealthy(active);
    var rollout = sync.rollout();
    int least = rollout.replicas() - rollout.unavailable();
    int spare = sync.sets().sum(ReplicaSet::available) - least;
    if (spare <= 0) {
      return false;
    }
    boolean scaled = false;
    for (var set : active.stream().sorted(ReplicaSet.LATEST).toList()) {
      if (spare <= 0) {
        break;
      }
      boolean kept = rollout.canary().routed() && referenced(set);
      int before = set.wanted();
      int wanted = kept || before == 0 ? before : canarySize(set, spare);
      if (wanted != before) {
        sync.cluster().scale(set, wanted, sync.delaysAfterAbort());
        spare -= before - wanted;
        scaled = true;
      }
    }
    return cleaned || scaled;
  }

  /// Pods that do not serve anyway are not waited for.
  private boolean dropUnhealthy(List<ReplicaSet> sets) {
    boolean dropped = false;
    for (var set : sets.stream().sorted(ReplicaSet.BY_AGE).toList()) {
      if (set.wanted() > set.available()) {
        sync.cluster().scale(set, set.available(), sync.delaysAfterAbort());
        dropped = true;
      }
    }
    return dropped;
  }

  private int canarySize(ReplicaSet set, int spare) {
    if (!sync.rollout().canary().routed()) {
      return Math.max(0, set.wanted() - spare);
    }
    boolean left = sync.before().promoted() || set.hasDeadline();
    return left && !sync.rollout().canary().dynamic() ? delayed(set, set.wanted()) : 0;
  }

  boolean blueGreen() {
    if (sync.before().pausedSince(Pauses.INCONCLUSIVE).isPresent() || analysisHolds()) {
      return false;
    }
    boolean scaled = false;
    for (var set : active().stream().sorted(ReplicaSet.LATEST).toList()) {
      if (!referenced(set)) {
        int wanted = delayed(set, sync.rollout().replicas());
        scaled |=
            wanted != set.wanted() && sync.cluster().scale(set, wanted, sync.delaysAfterAbort());
      }
    }
    return scaled;
  }

  /// An analysis after the switch keeps the old version up while it runs, unless the plan names a
  /// delay.
  private boolean analysisHolds() {
    var plan = sync.rollout().blueGreen();
    if (plan.after().isEmpty() || plan.saysDelay() || sync.before().promoted()) {
      return false;
    }
    var status = sync.before().json().at("/blueGreen/postPromotionAnalysisRunStatus/status");
    return sync.before().activeSelector().equals(sync.currentHash())
        && !status.asText().equals("Successful");
  }

  /// How many pods a version that was left keeps: all until its deadline.
  private int delayed(ReplicaSet set, int all) {
    int limit = sync.rollout().delayedRevisions();
    if (!set.hasDeadline()) {
      return delayed < limit ? startDelay(set) : 0;
    }
    delayed++;
    var end = set.deadline().filter(sync.now()::isBefore);
    if (delayed > limit || end.isEmpty()) {
      return 0;
    }
    sync.cluster().wake(end.get());
    return all;
  }

  private int startDelay(ReplicaSet set) {
    delayed++;
    var delay = sync.rollout().scaleDownDelay();
    if (!delay.isZero()) {
      sync.cluster().scaleDownIn(set, delay);
      sync.cluster().wake(sync.now().plus(delay));
    }
    return set.wanted();
  }

  /// Whether traffic may still come to it.
  private boolean referenced(ReplicaSet set) {
    var before = sync.before();
    var hash = set.hash();
    boolean named =
        hash.equals(before.stable())
            || hash.equals(before.current())
            || hash.equals(before.activeSelector())
            || hash.equals(before.previewSelector())
            || hash.equals(before.weights().at("/canary/podTemplateHash").asText())
            || hash.equals(before.weights().at("/stable/podTemplateHash").asText());
    return named
        || services().anyMatch(name -> Cluster.selected(sync.cluster().service(name)).equals(hash));
  }

  private Stream<String> services() {
    var rollout = sync.rollout();
    return rollout.isBlueGreen()
        ? Stream.of(rollout.blueGreen().activeService(), rollout.blueGreen().previewService())
        : Stream.of(rollout.canary().canaryService(), rollout.canary().stableService());
  }
}
