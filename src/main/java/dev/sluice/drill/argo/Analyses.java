package dev.sluice.drill.argo;

/// The AnalysisRuns of a Rollout.
final class Analyses {
  static final String STEP = "currentStepAnalysisRunStatus";
  static final String BACKGROUND = "currentBackgroundAnalysisRunStatus";

  private final Sync sync;
  private final Rollbacks rollbacks;

  Analyses(Sync sync, Rollbacks rollbacks) {
    this.sync = sync;
    this.rollbacks = rollbacks;
  }

  void reconcile() {}

  boolean stepSucceeded() {
    return true;
  }

  boolean beforeSwitchSucceeded() {
    return true;
  }

  boolean afterSwitchSucceeded() {
    return true;
  }
}
