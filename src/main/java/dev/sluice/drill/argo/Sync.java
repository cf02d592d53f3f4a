package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Rollout;
import dev.sluice.drill.argo.model.Status;
import dev.sluice.drill.argo.model.Step;
import dev.sluice.drill.world.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One look of the controller at one Rollout: what it found, and the status it is making.
final class Sync {
  private final Cluster cluster;
  private final Rollout rollout;
  private final Pauses pauses;
  private final Status after = Status.fresh();
  private Sets sets;
  private Status before;
  private boolean withinDelay;

  Sync(Cluster cluster, Rollout rollout, List<ReplicaSet> owned) {
    this.cluster = cluster;
    this.rollout = rollout;
    this.before = rollout.status();
    this.pauses = new Pauses(before);
    this.sets = Sets.of(owned, rollout.template(), before.stable());
    after.set("restartedAt", before.get("restartedAt"));
    if (!before.weights().isMissingNode()) {
      after.part("canary").set("weights", before.weights().deepCopy());
    }
    withinDelay = sets.current().flatMap(ReplicaSet::deadline).filter(now()::isBefore).isPresent();
  }

  Cluster cluster() {
    return cluster;
  }

  Rollout rollout() {
    return rollout;
  }

  Instant now() {
    return cluster.now();
  }

  Sets sets() {
    return sets;
  }

  void made(ReplicaSet set) {
    sets = sets.with(set, before.stable());
  }

  Pauses pauses() {
    return pauses;
  }

  /// The status as it was when this look began.
  Status before() {
    return before;
  }

  /// The status this look is making.
  Status after() {
    return after;
  }

  /// The status was written on the way.
  void reread() {
    before = rollout.status();
  }

  /// The hash of what the Rollout's template wants.
  String currentHash() {
    return sets.current().map(ReplicaSet::hash).orElse("");
  }

  List<Step> steps() {
    return rollout.canary().steps();
  }

  /// Which step the canary stands at; the number of steps after the last.
  int stepIndex() {
    return before.stepIndex().orElse(0);
  }

  Optional<Step> step() {
    return stepIndex() < steps().size() ? Optional.of(steps().get(stepIndex())) : Optional.empty();
  }

  /// Whether a person or an inconclusive analysis lets nothing move.
  boolean halted() {
    return rollout.paused() || before.pausedSince(Pauses.INCONCLUSIVE).isPresent();
  }

  /// Whether an aborted new version stays up for a while.
  boolean delaysAfterAbort() {
    return pauses.aborted()
        && sets.stable().isPresent()
        && (rollout.isBlueGreen() || rollout.canary().routed())
        && (!rollout.canary().dynamic() || rollout.canary().saysAbortDelay())
        && rollout.abortDelay().isPresent();
  }

  /// Whether the template is one whose pods were about to go, of a version left just now.
  boolean withinDelay() {
    return withinDelay;
  }

  /// A name that nothing of that kind has yet: with a count when an earlier one has it.
  String free(Resource kind, String base, String separator) {
    var name = base;
    for (int i = 1; taken(kind, name); i++) {
      name = base + separator + i;
    }
    return name;
  }

  private boolean taken(Resource kind, String name) {
    return cluster().world().get(kind, rollout().namespace(), name).isPresent();
  }
}
