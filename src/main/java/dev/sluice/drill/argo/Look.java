package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Rollout;
import java.util.List;

/// Looks at one Rollout and brings it a step on.
final class Look {
  private final Cluster cluster;
  private final Rollout rollout;
  private final List<ReplicaSet> owned;

  Look(Cluster cluster, Rollout rollout, List<ReplicaSet> owned) {
    this.cluster = cluster;
    this.rollout = rollout;
    this.owned = owned;
  }

  void run() {
    if (rollout.leaving()) {
      return;
    }
    var problem =
        new Workloads(cluster, rollout)
            .resolve()
            .or(() -> new Validity(cluster.world(), rollout).problem());
    var sync = new Sync(cluster, rollout, owned);
    var persistence = new Persistence(sync);
    if (problem.isPresent()) {
      persistence.invalid(problem.get());
    } else if (sync.sets().current().isEmpty()) {
      new Revisions(sync).create();
    } else if (!rollout.saysReplicas()) {
      var changed = rollout.copy();
      changed.withObject("/spec").put("replicas", 1);
      cluster.write(changed);
    } else if (!persistence.notePauses()) {
      update(sync, persistence);
    }
  }

  private static void update(Sync sync, Persistence persistence) {
    if (sync.before().promoted() && sync.before().aborted()) {
      sync.pauses().unabort();
    }
    new Revisions(sync).renew();
    boolean scaled = rescaled(sync);
    if (sync.rollout().isBlueGreen()) {
      var update = new BlueGreenUpdate(sync, persistence);
      if (scaled) {
        update.scale();
      } else {
        update.run();
      }
    } else {
      var update = new CanaryUpdate(sync, persistence);
      if (scaled) {
        update.scale();
      } else {
        update.run();
      }
    }
  }

  /// Whether a ReplicaSet with pods was made for another number of them than the Rollout has now.
  private static boolean rescaled(Sync sync) {
    int replicas = sync.rollout().replicas();
    return sync.sets().all().stream()
        .filter(set ->
            sync.sets().current().filter(set::equals).isPresent()
                || sync.sets().stable().filter(set::equals).isPresent())
        .filter(set -> set.wanted() > 0)
        .map(set -> set.annotation(ReplicaSet.DESIRED))
        .anyMatch(noted -> !noted.isMissingNode() && noted.asInt() != replicas);
  }
}
