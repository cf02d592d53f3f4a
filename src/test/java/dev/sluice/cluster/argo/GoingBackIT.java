package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.ModelCluster.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// On the real controller, which alone plays what it puts into templates by itself.
@Tag("cluster")
class GoingBackIT extends GoingBackContract {
  @Override
  Grounds grounds() {
    return RealCluster.shared();
  }

  @Test
  void makesNoThirdRevisionOfWhatTheControllerPutIntoTheTemplate() {
    var wares =
        Wares.PLAIN.strategy(
            "stableMetadata: {labels: {role: stable}}",
            "canaryMetadata: {annotations: {role: canary}}",
            "antiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {}}");
    try (var shop = open(Kind.ROUTED, wares)) {
      var target = stable(shop.read());
      shop.finished("v2");

      assertServes(shop, target, back(shop, target));

      assertThat(shop.read().revisions()).hasSize(2);
    }
  }
}
