package dev.sluice.cluster.argo;

/// On the drill's controller.
class GoingBackOnDrillTest extends GoingBackContract {
  @Override
  Grounds grounds() {
    return new DrillCluster();
  }
}
