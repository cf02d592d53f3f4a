package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.ReplicaSet;
import java.util.Optional;

/// Points the Services of a canary at its ReplicaSets.
final class Services {
  private final Sync sync;

  Services(Sync sync) {
    this.sync = sync;
  }

  /// After an abort the router's part ends with the canary's Service on the stable version:
  /// pointing it at the canary first, as the real controller does at each look, would never settle.
  /// A canary that was turned away from keeps it until the stable version can take all.
  void canary() {
    var canary = sync.rollout().canary();
    var stable = sync.sets().stable();
    follow(canary.stableService(), stable, true);
    if (new DynamicScale(sync).turnedFrom().isPresent()) {
      return;
    }
    if (!sync.pauses().aborted()) {
      follow(canary.canaryService(), sync.sets().current(), true);
    } else if (!canary.routed()) {
      follow(canary.canaryService(), stable, true);
    }
  }

  /// Points a Service at a ReplicaSet.
  ///
  /// @param careful not to one whose pods do not serve: not all of them, when the Service is new to
  ///   the controller
  void follow(String name, Optional<ReplicaSet> set, boolean careful) {
    var service = sync.cluster().service(name);
    if (set.isEmpty() || service.isEmpty()) {
      return;
    }
    boolean there = Cluster.selected(service).equals(set.get().hash());
    boolean enough =
        !careful
            || (set.get().available() > 0 && (Cluster.managed(service.get()) || set.get().full()));
    if (!there && enough) {
      sync.cluster().select(service.get(), set.get().hash());
    }
  }
}
