package dev.sluice.cluster.argo;

/// On the drill's controller.
class VerbsOnDrillTest extends VerbsContract {
  @Override
  Grounds grounds() {
    return new DrillCluster();
  }
}
