package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.ReplicaSet;

/// Tells a way back, which may skip steps, from a way forward.
final class Rollbacks {
  private final Sync sync;

  Rollbacks(Sync sync) {
    this.sync = sync;
  }

  /// Whether the template is the stable one, one left just now, or within the rollback window. True
  /// also when nothing is under way.
  boolean fast() {
    var current = sync.sets().current();
    var stable = sync.sets().stable();
    if (current.isEmpty() || stable.isEmpty()) {
      return false;
    }
    boolean toStable = sync.before().stable().equals(current.get().hash());
    boolean back = current.get().created().isBefore(stable.get().created());
    return toStable
        || (back && (withinWindow() || (sync.withinDelay() && sync.rollout().isBlueGreen())));
  }

  /// The window counts ReplicaSets by their age, not revisions.
  boolean withinWindow() {
    var current = sync.sets().current().map(ReplicaSet::created);
    var stable = sync.sets().stable().map(ReplicaSet::created);
    if (current.isEmpty() || stable.isEmpty() || !current.get().isBefore(stable.get())) {
      return false;
    }
    long between =
        sync.sets().all().stream()
            .map(ReplicaSet::created)
            .filter(age -> age.isBefore(stable.get()) && current.get().isBefore(age))
            .count();
    return between < sync.rollout().rollbackWindow();
  }
}
