package dev.sluice.cluster.argo;

/// On the drill's controller.
class LiesOnDrillTest extends LiesContract {
  @Override
  Grounds grounds() {
    return new DrillCluster();
  }
}
