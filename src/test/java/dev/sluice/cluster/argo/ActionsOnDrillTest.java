package dev.sluice.cluster.argo;

/// On the drill's controller.
class ActionsOnDrillTest extends ActionsContract {
  @Override
  Grounds grounds() {
    return new DrillCluster();
  }
}
