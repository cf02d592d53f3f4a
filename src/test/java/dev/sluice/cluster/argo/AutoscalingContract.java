package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Standing;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A HorizontalPodAutoscaler makes a release larger while it is on its way, and on its way back.
abstract class AutoscalingContract extends Conformance {
  private static final Duration A_WHILE = Duration.ofSeconds(4);

  @ParameterizedTest
  @EnumSource
  void aReleaseOnItsWayGrowsWhereItStands(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var before = shop.deployed("v2");

      shop.autoscaled(5);

      var grown = shop.until("it has grown", r -> serves(r, r.stableHash().orElseThrow()) >= 4);
      assertThat(grown.capacity().desired()).isEqualTo(5);
      assertThat(grown.progress().step()).isEqualTo(before.progress().step());
      assertThat(grown.progress().pauses()).isEqualTo(before.progress().pauses());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWayBackEndsWithAllPodsThatTheAutoscalerAsksFor(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var target = shop.deployed("v2").stableHash().orElseThrow();
      shop.autoscaled(5);
      shop.until("it has grown", r -> serves(r, target) >= 4);

      var pursuit = shop.act(new Action.RollBack(target));

      assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
      shop.until("all pods are there", r -> serves(r, target) == 5);
      shop.always(A_WHILE, "they stay", r -> serves(r, target) == 5 && r.share(target) == 100);
    }
  }

  /// argo-rollouts#4973: the new version must not grow with it.
  @ParameterizedTest
  @EnumSource
  void whatWasAbortedDoesNotGrow(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var seen = shop.deployed("v2");
      var target = seen.stableHash().orElseThrow();
      var bad = seen.currentHash().orElseThrow();
      int before = serves(seen, bad);
      shop.act(new Action.RollBack(target));

      shop.autoscaled(5);

      shop.until("the stable version has grown", r -> serves(r, target) == 5);
      shop.always(A_WHILE, "it alone", r -> serves(r, bad) <= before && r.share(target) == 100);
    }
  }

  private static int serves(Release release, String hash) {
    return release.revision(hash).orElseThrow().available();
  }
}
