package dev.sluice.drill.argo;

import java.util.Optional;

/// Makes the new version the stable one when its time has come.
final class Promotion {
  private final Sync sync;
  private final Rollbacks rollbacks;
  private boolean done;

  Promotion(Sync sync, Rollbacks rollbacks) {
    this.sync = sync;
    this.rollbacks = rollbacks;
  }

  void canary() {
    if (sync.sets().stable().isEmpty()) {
      promote("Initial deploy");
    } else if (!sync.pauses().aborted() && available()) {
      reached().ifPresent(this::promote);
    }
  }

  private boolean available() {
    return sync.sets()
        .current()
        .filter(set -> set.available() >= sync.rollout().replicas())
        .isPresent();
  }

  private Optional<String> reached() {
    int steps = sync.steps().size();
    if (sync.before().promotesFully() || rollbacks.fast()) {
      return Optional.of(quickly());
    }
    boolean all = steps == 0 || sync.stepIndex() == steps;
    return all ? Optional.of("Completed all %d canary steps".formatted(steps)) : Optional.empty();
  }

  private String quickly() {
    if (sync.before().promotesFully()) {
      return "Full promotion requested";
    }
    return rollbacks.withinWindow() ? "Rollback within window" : "Fast rollback";
  }

  void blueGreen(boolean analysed) {
    var after = sync.after();
    if (sync.sets().stable().isEmpty() || after.activeSelector().isEmpty()) {
      promote("Initial deploy");
    } else if (after.activeSelector().equals(after.current())) {
      if (sync.before().promotesFully() || rollbacks.fast()) {
        promote(quickly());
      } else if (!sync.pauses().aborted() && analysed) {
        promote("Completed blue-green update");
      }
    }
  }

  private void promote(String why) {
    sync.pauses().clear();
    sync.pauses().unabort();
    var after = sync.after();
    after.flag("promoteFull", false);
    if (sync.rollout().isCanary()) {
      int steps = sync.steps().size();
      if (steps > 0) {
        after.stepIndex(steps);
      } else {
        after.json().remove("currentStepIndex");
      }
    } else {
      after.part("blueGreen").remove("scaleUpPreviewCheckPoint");
    }
    done = true;
    if (!after.promoted()) {
      after.text("stableRS", after.current());
      sync.cluster()
          .event(
              "RolloutCompleted",
              "Rollout completed update to revision %d (%s): %s"
                  .formatted(sync.rollout().revision(), after.current(), why));
    }
  }

  /// Whether it was promoted in this look.
  boolean done() {
    return done;
  }
}
