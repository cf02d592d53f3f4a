package dev.sluice.cluster.argo;

import org.junit.jupiter.api.Tag;

/// On the real controller.
@Tag("cluster")
class GoingBackIT extends GoingBackContract {
  @Override
  Grounds grounds() {
    return RealCluster.shared();
  }
}
