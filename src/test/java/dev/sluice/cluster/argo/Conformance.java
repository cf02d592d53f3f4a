package dev.sluice.cluster.argo;

import dev.sluice.cluster.argo.ModelCluster.Kind;

/// What holds on the real controller and on the drill's alike.
abstract class Conformance {

  /// Where it is tried.
  abstract Grounds grounds();

  final Shop open(Kind kind, Wares wares) {
    return Shop.open(grounds(), kind, wares);
  }

  /// A blue-green that has switched to `v2` while the analysis after the switch still runs.
  final Shop switched() {
    return Shop.switched(grounds());
  }

  /// A canary whose pod template is in a Deployment.
  final Shop referring() {
    return open(Kind.ROUTED, Wares.PLAIN.referring());
  }
}
