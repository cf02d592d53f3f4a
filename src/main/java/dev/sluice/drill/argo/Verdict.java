package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.Conditions;
import dev.sluice.drill.argo.model.Conditions.Value;
import dev.sluice.drill.argo.model.ReplicaSet;
import java.util.Optional;

/// Brings the conditions of the status up to date.
final class Verdict {
  private final Sync sync;
  private final Progress progress;
  private final Conditions before;
  private final Conditions after;

  Verdict(Sync sync, Progress progress) {
    this.sync = sync;
    this.progress = progress;
    this.before = new Conditions(sync.before(), sync.now());
    this.after = new Conditions(sync.after(), sync.now());
  }

  void apply() {
    boolean fell = health();
    boolean aborted = sync.pauses().aborted();
    if (aborted) {
      aborted();
    } else {
      progressing(fell);
    }
    available();
    completed();
  }

  /// @return whether it was healthy and is no more
  private boolean health() {
    boolean paused = !sync.after().pauses().isEmpty() || sync.rollout().paused();
    if (!paused && progress.healthy()) {
      after.set(Conditions.HEALTHY, new Value("True", "RolloutHealthy", "Rollout is healthy"));
      return false;
    }
    return before.get(Conditions.HEALTHY).isPresent()
        && after.set(
            Conditions.HEALTHY, new Value("False", "RolloutHealthy", "Rollout is not healthy"));
  }

  private void aborted() {
    var message = "Rollout aborted update to revision " + sync.rollout().revision();
    var why = sync.pauses().why();
    var whole = why.isEmpty() ? message : message + ": " + why;
    if (after.set(Conditions.PROGRESSING, new Value("False", "RolloutAborted", whole))) {
      sync.cluster().warning("RolloutAborted", whole);
    }
  }

  private void progressing(boolean fell) {
    var name = sync.sets().current().map(ReplicaSet::name).orElse("");
    if (progress.healthy()) {
      after.set(
          Conditions.PROGRESSING,
          new Value(
              "True",
              "NewReplicaSetAvailable",
              "ReplicaSet \"%s\" has successfully progressed.".formatted(name)));
    } else if (progress.moves() || fell) {
      boolean promoted = sync.after().promoted();
      after.renew(
          Conditions.PROGRESSING,
          promoted && fell
              ? new Value(
                  "True", "ReplicaSetNotAvailable", "Rollout does not have minimum availability")
              : new Value("True", "ReplicaSetUpdated", subject(name) + " is progressing."));
    } else if (!progress.mayWait() && progress.timedOut(sync.after())) {
      after.set(
          Conditions.PROGRESSING,
          new Value("False", Progress.TIMED_OUT, subject(name) + " has timed out progressing."));
    }
  }

  private String subject(String set) {
    return set.isEmpty()
        ? "Rollout \"%s\"".formatted(sync.rollout().name())
        : "ReplicaSet \"%s\"".formatted(set);
  }

  private void available() {
    int replicas = sync.rollout().replicas();
    boolean enough =
        sync.rollout().isBlueGreen()
            ? active().filter(set -> set.saturated(replicas)).isPresent()
            : sync.sets().sum(ReplicaSet::available) >= replicas;
    after.set(
        Conditions.AVAILABLE,
        enough
            ? new Value("True", "AvailableReason", "Rollout has minimum availability")
            : new Value("False", "AvailableReason", "Rollout does not have minimum availability"));
  }

  private Optional<ReplicaSet> active() {
    return sync.sets().byHash(sync.after().activeSelector());
  }

  private void completed() {
    boolean done = sync.after().completed();
    boolean changed =
        after.set(
            Conditions.COMPLETED,
            new Value(done ? "True" : "False", "RolloutCompleted", "RolloutCompleted"));
    if (changed && !done) {
      sync.cluster()
          .event(
              "RolloutNotCompleted",
              "Rollout not completed, started update to revision %d (%s)"
                  .formatted(sync.rollout().revision(), sync.after().current()));
    }
  }
}
