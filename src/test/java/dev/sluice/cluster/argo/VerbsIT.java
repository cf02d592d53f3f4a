package dev.sluice.cluster.argo;

import org.junit.jupiter.api.Tag;

/// On the real controller.
@Tag("cluster")
class VerbsIT extends VerbsContract {
  @Override
  Grounds grounds() {
    return RealCluster.shared();
  }
}
