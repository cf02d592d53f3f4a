package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.PodTemplates;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Step;

/// Takes a canary a step on.
final class CanaryUpdate {
  private final Sync sync;
  private final Persistence persistence;
  private final Rollbacks rollbacks;
  private final Services services;
  private final Scaling scaling;
  private final ExperimentSteps experiments;
  private final Analyses analyses;

  CanaryUpdate(Sync sync, Persistence persistence) {
    this.sync = sync;
    this.persistence = persistence;
    this.rollbacks = new Rollbacks(sync);
    this.services = new Services(sync);
    this.scaling = new Scaling(sync);
    this.experiments = new ExperimentSteps(sync);
    this.analyses = new Analyses(sync, rollbacks);
  }

  void run() {
    if (changed()) {
      base();
      restart();
      persistence.write();
      return;
    }
    if (new Restarts(sync).reconcile() > 0) {
      return;
    }
    scaling.trimHistory();
    services.canary();
    new Traffic(sync, services).split();
    experiments.reconcile();
    analyses.reconcile();
    if (!sync.pauses().adds() && !scaling.canary()) {
      pause();
    }
    finish();
  }

  /// Only the number of pods changed.
  void scale() {
    scaling.canary();
    sync.after().json().setAll(sync.before().copy().json());
    counts();
    persistence.write();
  }

  private void counts() {
    persistence.counts(sync.sets().sum(ReplicaSet::actual), sync.sets().sum(ReplicaSet::available));
  }

  /// Whether template or steps are others than when last seen.
  private boolean changed() {
    var before = sync.before();
    return !before.text("currentStepHash").equals(stepHash())
        || (!before.current().isEmpty() && !before.current().equals(sync.currentHash()));
  }

  private String stepHash() {
    return PodTemplates.hashOf(sync.rollout().canary().json().path("steps"));
  }

  private void base() {
    persistence.base();
    counts();
    sync.after().text("selector", Selectors.text(sync.rollout().selector()));
    sync.after().text("currentStepHash", stepHash());
  }

  /// Begins with the first step, or after the last when it goes back to a version that runs.
  private void restart() {
    persistence.reset();
    sync.after().part("canary").remove(Analyses.STEP);
    sync.after().part("canary").remove(Analyses.BACKGROUND);
    int steps = sync.steps().size();
    var current = sync.sets().current();
    if (steps == 0 || current.isEmpty()) {
      return;
    }
    if (sync.before().stable().equals(current.get().hash())) {
      sync.cluster().event("SkipSteps", "Rollback to stable ReplicaSets");
      sync.after().stepIndex(steps);
    } else if (rollbacks.withinWindow() && current.get().wanted() > 0) {
      sync.cluster().event("SkipSteps", "Rollback to active ReplicaSets within RollbackWindow");
      sync.after().stepIndex(steps);
    }
  }

  private void pause() {
    var step = sync.step();
    boolean stays =
        sync.rollout().paused()
            || sync.before().promotesFully()
            || step.filter(Step::pauses).isEmpty();
    if (stays) {
      return;
    }
    var since = sync.before().pausedSince(Pauses.STEP);
    if (since.isPresent()) {
      step.flatMap(Step::pause)
          .map(since.get()::plus)
          .filter(sync.now()::isBefore)
          .ifPresent(sync.cluster()::wake);
    } else if (!sync.before().controllerPause()) {
      sync.pauses().add(Pauses.STEP);
    }
  }

  private void finish() {
    base();
    int steps = sync.steps().size();
    if (sync.before().promotesFully() || rollbacks.withinWindow()) {
      sync.pauses().clear();
      sync.pauses().unabort();
      stepIndex(steps);
    } else {
      stepIndex(sync.stepIndex());
    }
    var promotion = new Promotion(sync, rollbacks);
    promotion.canary();
    if (!promotion.done()) {
      if (sync.pauses().aborted()) {
        stepIndex(sync.after().promoted() ? steps : 0);
      } else if (completed()) {
        next();
      }
    }
    persistence.write();
  }

  private void stepIndex(int index) {
    if (!sync.steps().isEmpty()) {
      sync.after().stepIndex(index);
    }
  }

  private void next() {
    int done = sync.after().stepIndex().orElseThrow() + 1;
    sync.cluster()
        .event(
            "RolloutStepCompleted",
            "Rollout step %d/%d completed (%s)"
                .formatted(done, sync.steps().size(), sync.step().orElseThrow()));
    sync.after().part("canary").remove(Analyses.STEP);
    sync.pauses().remove(Pauses.STEP);
    stepIndex(done);
  }

  private boolean completed() {
    return !sync.rollout().paused() && sync.step().filter(this::completed).isPresent();
  }

  private boolean completed(Step step) {
    if (step.pauses()) {
      return paused(step);
    }
    if (step.analysis().isPresent()) {
      return analyses.stepSucceeded();
    }
    if (step.experiment().isPresent()) {
      return experiments.succeeded();
    }
    return step.routes() || new Sizes(sync).reached(sync.after().weights());
  }

  /// Whether somebody ended the pause, or its time did.
  private boolean paused(Step step) {
    var since = sync.before().pausedSince(Pauses.STEP);
    if (since.isEmpty()) {
      return sync.before().controllerPause();
    }
    return step.pause().map(since.get()::plus).filter(end -> !sync.now().isBefore(end)).isPresent();
  }
}
