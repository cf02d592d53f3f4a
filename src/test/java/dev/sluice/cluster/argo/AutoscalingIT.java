package dev.sluice.cluster.argo;

import org.junit.jupiter.api.Tag;

/// On the real controller, by a real autoscaler.
@Tag("cluster")
class AutoscalingIT extends AutoscalingContract {
  @Override
  Grounds grounds() {
    return RealCluster.shared();
  }
}
