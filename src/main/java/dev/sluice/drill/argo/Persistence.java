package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.Conditions;
import dev.sluice.drill.argo.model.Conditions.Value;
import dev.sluice.drill.argo.model.PodTemplates;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Rollout;
import dev.sluice.drill.argo.model.Status;
import dev.sluice.drill.json.Sameness;

/// Finishes and writes the status.
final class Persistence {
  private final Sync sync;
  private final Progress progress;

  Persistence(Sync sync) {
    this.sync = sync;
    this.progress = new Progress(sync);
  }

  /// What all strategies say alike: counts, the hash, the conditions so far.
  void base() {
    var before = sync.before();
    var after = sync.after();
    var current = sync.sets().current();
    after.text(
        "currentPodHash",
        current
            .map(ReplicaSet::hash)
            .orElseGet(() -> PodTemplates.hash(sync.rollout().template())));
    after.number("replicas", sync.sets().sum(ReplicaSet::actual));
    after.number("updatedReplicas", current.map(ReplicaSet::actual).orElse(0));
    after.number("readyReplicas", sync.sets().sum(ReplicaSet::ready));
    after.set("conditions", before.get("conditions"));
    new Conditions(after, sync.now()).remove(Conditions.INVALID);
    after.text("stableRS", before.stable());
    after.flag("promoteFull", !after.promoted() && before.promotesFully());
  }

  /// The number of pods that count for the Rollout.
  void counts(int replicas, int available) {
    sync.after().number("HPAReplicas", replicas);
    sync.after().number("availableReplicas", available);
  }

  /// Everything moved on by its template: the status begins anew.
  void reset() {
    sync.pauses().clear();
    sync.pauses().unabort();
    var after = sync.after();
    after.set("restartedAt", sync.rollout().spec().path("restartAt"));
    after.flag("promoteFull", false);
    if (!sync.steps().isEmpty()) {
      after.stepIndex(0);
    }
  }

  /// Writes the status when it says something new, and looks again when progress is due.
  void write() {
    var rollout = sync.rollout();
    var before = sync.before();
    var after = sync.after();
    after.text("observedGeneration", Long.toString(rollout.generation()));
    after.text(
        "workloadObservedGeneration",
        rollout.annotations().path(Rollout.WORKLOAD_GENERATION).asText());
    abortWhenLate();
    sync.pauses().apply(after, sync.now());
    new Verdict(sync, progress).apply();
    Phases.apply(rollout, after);
    if (Sameness.of(before.json(), after.json())) {
      progress.wakeWhenStuck();
      return;
    }
    sync.cluster().writeStatus(after.json());
    tell(before, after);
  }

  private void abortWhenLate() {
    boolean due =
        sync.rollout().abortsLate()
            && !sync.pauses().aborted()
            && !sync.after().completed()
            && !progress.moves()
            && !progress.mayWait()
            && progress.timedOut(sync.before());
    if (due) {
      var why =
          "ReplicaSet \"%s\" has timed out progressing."
              .formatted(sync.sets().current().map(ReplicaSet::name).orElse(""));
      sync.pauses().abort(why);
      sync.cluster().warning("RolloutAborted", why);
    }
  }

  private void tell(Status before, Status after) {
    boolean paused = !after.pauses().isEmpty();
    if (before.pauses().isEmpty() != paused) {
      return;
    }
    if (paused) {
      var reason = after.pauses().path(0).path("reason").asText();
      sync.cluster().event("RolloutPaused", "Rollout is paused (" + reason + ")");
    } else if (after.text("abortedAt").isEmpty()) {
      sync.cluster().event("RolloutResumed", "Rollout is resumed");
    }
  }

  /// Notes a pause, its end or a retry in the conditions.
  ///
  /// @return whether something was written
  boolean notePauses() {
    var rollout = sync.rollout();
    var before = sync.before();
    var status = before.copy();
    var conditions = new Conditions(status, sync.now());
    boolean paused = !before.pauses().isEmpty() || rollout.paused();
    boolean said = conditions.hasReason(Conditions.PROGRESSING, "RolloutPaused");
    boolean aborted = conditions.hasReason(Conditions.PROGRESSING, "RolloutAborted");
    boolean changed = false;
    if (paused != said && !aborted && !before.completed()) {
      changed =
          conditions.set(
              Conditions.PROGRESSING,
              paused
                  ? new Value("Unknown", "RolloutPaused", "Rollout is paused")
                  : new Value("Unknown", "RolloutResumed", "Rollout is resumed"));
    }
    if (aborted && !before.aborted()) {
      changed |=
          conditions.set(
              Conditions.PROGRESSING,
              new Value("Unknown", "RolloutRetry", "Retrying Rollout after abort"));
    }
    boolean flagged = conditions.get(Conditions.PAUSED).filter(Value::isTrue).isPresent();
    if (paused != flagged && !aborted) {
      changed |=
          conditions.set(
              Conditions.PAUSED,
              new Value(paused ? "True" : "False", "RolloutPaused", "Rollout is paused"));
    }
    return changed && patch(status);
  }

  /// Writes a status in which only conditions have changed.
  private boolean patch(Status status) {
    status.text("observedGeneration", Long.toString(sync.rollout().generation()));
    Phases.apply(sync.rollout(), status);
    sync.cluster().writeStatus(status.json());
    return true;
  }

  /// Says that the spec cannot be played.
  void invalid(String why) {
    var status = sync.before().copy();
    var conditions = new Conditions(status, sync.now());
    var message = "The Rollout \"%s\" is invalid: %s".formatted(sync.rollout().name(), why);
    boolean known =
        conditions
            .get(Conditions.INVALID)
            .filter(value -> value.message().equals(message))
            .isPresent();
    boolean seen =
        status.text("observedGeneration").equals(Long.toString(sync.rollout().generation()));
    if (!known || !seen) {
      conditions.remove(Conditions.INVALID);
      conditions.set(Conditions.INVALID, new Value("True", "InvalidSpec", message));
      patch(status);
    }
  }
}
