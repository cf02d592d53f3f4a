package dev.sluice.cluster.argo;

import org.junit.jupiter.api.Tag;

/// On the real controller.
@Tag("cluster")
class LiesIT extends LiesContract {
  @Override
  Grounds grounds() {
    return RealCluster.shared();
  }
}
