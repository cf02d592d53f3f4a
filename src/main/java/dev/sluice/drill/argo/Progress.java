package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.Conditions;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Rollout;
import dev.sluice.drill.argo.model.Status;

/// Judges by two statuses whether an update is done, moves, or is stuck.
final class Progress {
  static final String TIMED_OUT = "ProgressDeadlineExceeded";

  private final Sync sync;

  Progress(Sync sync) {
    this.sync = sync;
  }

  /// Whether all pods are new, serve, and nothing old runs.
  boolean healthy() {
    var after = sync.after();
    int replicas = sync.rollout().replicas();
    return after.number("updatedReplicas") == replicas
        && after.number("availableReplicas") == replicas
        && sync.before()
            .text("observedGeneration")
            .equals(Long.toString(sync.rollout().generation()))
        && (sync.rollout().isBlueGreen() ? switched(after) : walked(after, replicas));
  }

  private boolean switched(Status after) {
    boolean preview =
        sync.rollout().blueGreen().previewService().isEmpty()
            || after.previewSelector().equals(after.current());
    return preview && after.activeSelector().equals(after.current());
  }

  private boolean walked(Status after, int replicas) {
    int steps = sync.steps().size();
    boolean all = steps == 0 || after.stepIndex().orElse(steps) == steps;
    return all && after.completed() && after.number("replicas") == replicas;
  }

  /// Whether something moved since the last look.
  boolean moves() {
    var before = sync.before();
    var after = sync.after();
    boolean pods =
        after.number("updatedReplicas") != before.number("updatedReplicas")
            || old(after) < old(before)
            || after.number("readyReplicas") > before.number("readyReplicas")
            || after.number("availableReplicas") > before.number("availableReplicas");
    return pods || (sync.rollout().isBlueGreen() ? switches() : steps());
  }

  private static int old(Status status) {
    return status.number("replicas") - status.number("updatedReplicas");
  }

  private boolean switches() {
    return !sync.after().activeSelector().equals(sync.before().activeSelector())
        || !sync.after().previewSelector().equals(sync.before().previewSelector());
  }

  private boolean steps() {
    var before = sync.before();
    var after = sync.after();
    boolean step =
        before.stepIndex().isPresent()
            && after.stepIndex().isPresent()
            && !before.stepIndex().equals(after.stepIndex());
    return step
        || !after.stable().equals(before.stable())
        || !after.text("currentStepHash").equals(before.text("currentStepHash"));
  }

  /// Whether nothing was heard of progress for too long, by the conditions of that status.
  boolean timedOut(Status status) {
    var conditions = new Conditions(status, sync.now());
    var value = conditions.get(Conditions.PROGRESSING);
    if (value.isEmpty() || value.get().reason().matches("RolloutAborted|RolloutPaused")) {
      return false;
    }
    if (value.get().reason().equals(TIMED_OUT)) {
      return true;
    }
    var end = conditions.updated(Conditions.PROGRESSING).orElseThrow();
    return end.plus(sync.rollout().progressDeadline()).isBefore(sync.now());
  }

  /// Whether it waits for something that may take any time.
  boolean mayWait() {
    return sync.step().filter(step -> step.indefinite()).isPresent()
        || new Conditions(sync.before(), sync.now())
            .get(Conditions.PAUSED)
            .filter(Conditions.Value::isTrue)
            .isPresent()
        || sync.sets().others().stream().anyMatch(ReplicaSet::hasDeadline);
  }

  /// Looks again when the time for progress is over.
  void wakeWhenStuck() {
    var before = sync.before();
    Rollout rollout = sync.rollout();
    var conditions = new Conditions(before, sync.now());
    boolean idle =
        conditions.get(Conditions.PROGRESSING).isEmpty()
            || healthy()
            || conditions.hasReason(Conditions.PROGRESSING, TIMED_OUT)
            || !before.pauses().isEmpty()
            || rollout.paused()
            || before.aborted()
            || sync.step().filter(step -> step.indefinite()).isPresent();
    if (!idle) {
      var end = conditions.updated(Conditions.PROGRESSING).orElseThrow();
      var late = end.plus(rollout.progressDeadline()).plusSeconds(1);
      if (late.isAfter(sync.now())) {
        sync.cluster().wake(late);
      }
    }
  }
}
