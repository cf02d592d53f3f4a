package dev.sluice.cluster.argo;

/// On the drill's controller.
class AutoscalingOnDrillTest extends AutoscalingContract {
  @Override
  Grounds grounds() {
    return new DrillCluster();
  }
}
