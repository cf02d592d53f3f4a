package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.world.Resource;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntSupplier;

/// Brings the ReplicaSets to their sizes.
final class Scaling {
  private final Sync sync;
  private final Sizes sizes;
  private final ScaleDown scaleDown;

  Scaling(Sync sync) {
    this.sync = sync;
    this.sizes = new Sizes(sync);
    this.scaleDown = new ScaleDown(sync);
  }

  /// Of a canary.
  ///
  /// @return whether something was scaled
  boolean canary() {
    if (sync.halted()) {
      return false;
    }
    removeDeadlines();
    var left = sync.sets().left();
    if (left.isPresent() && scale(left.get(), sizes.canary(sync.before().weights()).stable())) {
      return true;
    }
    return current(() -> sizes.canary(sync.after().weights()).canary()) || scaleDown.canary();
  }

  void blueGreen() {
    removeDeadlines();
    sync.sets().stable().ifPresent(set -> scale(set, sync.rollout().replicas()));
    current(sizes::preview);
    scaleDown.blueGreen();
    trimHistory();
  }

  private boolean scale(ReplicaSet set, int wanted) {
    return sync.cluster().scale(set, wanted, sync.delaysAfterAbort());
  }

  /// A version that is wanted again does not go any more.
  private void removeDeadlines() {
    if (!sync.delaysAfterAbort()) {
      sync.sets().current().ifPresent(this::removeDeadline);
    }
    sync.sets().left().ifPresent(this::removeDeadline);
    boolean same = sync.sets().stable().isPresent() && sync.sets().left().isEmpty();
    if (same && sync.delaysAfterAbort()) {
      sync.sets().stable().ifPresent(this::removeDeadline);
    }
  }

  private void removeDeadline(ReplicaSet set) {
    if (set.hasDeadline()) {
      sync.cluster().scaleDownIn(set, Duration.ZERO);
    }
  }

  private boolean current(IntSupplier size) {
    var current = sync.sets().current();
    if (current.isEmpty()) {
      return false;
    }
    var set = current.get();
    if (!sync.delaysAfterAbort()) {
      return scale(set, size.getAsInt());
    }
    if (!set.hasDeadline()) {
      scale(set, set.wanted());
      if (sync.sets().stable().orElseThrow().available() >= sync.rollout().replicas()) {
        var delay = sync.rollout().abortDelay().orElseThrow();
        sync.cluster().scaleDownIn(set, delay);
        sync.cluster().wake(sync.now().plus(delay));
      }
      return false;
    }
    var deadline = set.deadline();
    if (deadline.filter(sync.now()::isBefore).isPresent()) {
      sync.cluster().wake(deadline.get());
      scale(set, set.wanted());
      return false;
    }
    return scale(set, deadline.isPresent() ? 0 : size.getAsInt());
  }

  /// Deletes the oldest ReplicaSets that nobody may go back to.
  void trimHistory() {
    List<ReplicaSet> others =
        sync.sets().others().stream().sorted(Comparator.comparing(ReplicaSet::created)).toList();
    others.stream()
        .limit(Math.max(0, others.size() - sync.rollout().historyLimit()))
        .filter(set -> set.actual() == 0 && set.wanted() == 0 && set.observed())
        .forEach(set ->
            sync.cluster()
                .world()
                .delete(Resource.REPLICA_SETS, sync.rollout().namespace(), set.name()));
  }
}
