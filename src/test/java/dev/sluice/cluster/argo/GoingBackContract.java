package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Roll back in every situation. `v1` is the way back, `v2` the bad one.
abstract class GoingBackContract extends Conformance {
  private static final Permissions ONLY_THE_MANIFEST =
      new Permissions(Map.of(Permissions.Kind.STATUS, "no"));

  @ParameterizedTest
  @EnumSource
  void leavesAnUpdateUnderWayByAbortAlone(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var target = stable(shop.deployed("v2"));

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).containsExactly("abort");
      assertThat(shop.read().progress().aborted()).isTrue();
    }
  }

  @Test
  void waitsForThePodsThatDynamicStableScaleTookAway() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN.strategy("dynamicStableScale: true"))) {
      var target = stable(shop.deployed("v2"));
      shop.argo("promote");
      shop.until("v1 has lost a pod", r -> r.revision(target).orElseThrow().available() == 1);

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).containsExactly("abort");
      assertThat(shop.read().revision(target).orElseThrow().available()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesAnUpdatePausedByHand(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var target = stable(shop.deployed("v2"));
      shop.argo("pause");
      shop.until("paused", r -> r.progress().paused() && r.version().observed());

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).startsWith("abort");
      assertThat(shop.sent.contains("resume")).isEqualTo(kind == Kind.BASIC);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BASIC", "ROUTED"})
  void leavesAFullPromotionUnderWayByUndo(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN.spec("minReadySeconds: 5"))) {
      var target = stable(shop.deployed("v2"));
      shop.argo("promote", "--full");
      shop.until("promoted fully", r -> r.progress().promoteFull() && r.updating());

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).containsExactly("undo");
    }
  }

  @ParameterizedTest
  @EnumSource
  void undoesAFinishedUpdateAndPromotesTheWayBackFully(Kind kind) {
    var wares =
        kind == Kind.BLUE_GREEN ? Wares.PLAIN.strategy("scaleDownDelaySeconds: 1") : Wares.PLAIN;
    try (var shop = open(kind, wares)) {
      var target = stable(shop.read());
      shop.finished("v2");
      if (kind != Kind.ROUTED) {
        shop.until("v1 is gone", r -> r.revision(target).orElseThrow().available() == 0);
      }

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).containsExactly("undo", "promote --full");
    }
  }

  @Test
  void undoesAFinishedUpdatePausedByHand() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      var target = stable(shop.read());
      shop.finished("v2");
      shop.argo("pause");
      shop.until("paused", r -> r.progress().paused() && r.version().observed());

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).containsExactly("undo", "resume", "promote --full");
    }
  }

  @ParameterizedTest
  @EnumSource
  void needsNobodyToPromoteTheWayBackWithinTheRollbackWindow(Kind kind) {
    var plain = Wares.PLAIN.spec("rollbackWindow: {revisions: 2}");
    var wares = kind == Kind.BLUE_GREEN ? plain.strategy("scaleDownDelaySeconds: 1") : plain;
    try (var shop = open(kind, wares)) {
      var target = stable(shop.read());
      // Argo goes by the dates of ReplicaSets, which count seconds.
      shop.until("the next second", r -> before(r, shop.cluster.clock().instant()));
      shop.finished("v2");
      if (kind != Kind.ROUTED) {
        shop.until("v1 is gone", r -> r.revision(target).orElseThrow().available() == 0);
      }

      assertServes(shop, target, shop.actWith(ONLY_THE_MANIFEST, new Action.RollBack(target)));

      assertThat(shop.sent).containsExactly("undo");
      assertThat(shop.read().progress().pauses()).isEmpty();
    }
  }

  private static boolean before(Release release, Instant now) {
    return release.stable().orElseThrow().created().getEpochSecond() < now.getEpochSecond();
  }

  @Test
  void returnsABlueGreenWithinItsDelayAtOnce() {
    try (var shop = open(Kind.BLUE_GREEN, Wares.PLAIN.strategy("scaleDownDelaySeconds: 600"))) {
      var target = stable(shop.read());
      shop.finished("v2");

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).startsWith("undo");
    }
  }

  @Test
  void goesBackToAnOlderRevisionThanTheLast() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      var target = stable(shop.read());
      shop.finished("v2");
      shop.deployed("v3");

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).containsExactly("undo", "promote --full");
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsItsTargetWhenANewManifestArrivesBetweenSightAndWrite(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var seen = shop.deployed("v2");
      var target = stable(seen);

      var pursuit =
          shop.act(new Action.RollBack(target), Facts.of(seen), seen, () -> shop.deploy("v3"));

      assertServes(shop, target, pursuit);
      assertThat(shop.sent).startsWith("abort refused").hasSizeGreaterThan(1);
    }
  }

  @Test
  void keepsItsTargetWhenSomebodyRetriesAndPromotes() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      var seen = shop.deployed("v2");
      var target = stable(seen);

      var pursuit =
          shop.act(
              new Action.RollBack(target),
              Facts.of(seen),
              seen,
              () -> shop.argo("promote", "--full"));

      assertServes(shop, target, pursuit);
    }
  }

  @ParameterizedTest
  @EnumSource
  void survivesASyncThatReappliesTheManifest(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var target = stable(shop.deployed("v2"));
      assertServes(shop, target, back(shop, target));

      shop.deploy("v2");

      shop.always(Duration.ofSeconds(3), "v1 serves", r -> r.share(target) == 100);
    }
  }

  @Test
  void leavesASwitchedBlueGreenWhoseAnalysisStillRuns() {
    try (var shop = switched()) {
      var target = stable(shop.read());

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).containsExactly("abort");
    }
  }

  @Test
  void leavesASwitchedBlueGreenWhosePodsFail() {
    try (var shop = switched()) {
      var seen = shop.read();
      var target = stable(seen);
      shop.crash(seen.currentHash().orElseThrow());

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).containsExactly("undo");
    }
  }

  @Test
  void putsTheTemplateBackWhereAWorkloadReferenceKeepsIt() {
    try (var shop = referring()) {
      var target = stable(shop.read());
      shop.finished("v2");

      assertServes(shop, target, back(shop, target));

      assertThat(shop.sent).startsWith("undo");
    }
  }

  static Pursuit back(Shop shop, String target) {
    return shop.act(new Action.RollBack(target));
  }

  static String stable(Release release) {
    return release.stableHash().orElseThrow();
  }

  static void assertServes(Shop shop, String target, Pursuit pursuit) {
    assertThat(pursuit.standing())
        .as("%s %s", shop.sent, pursuit)
        .isInstanceOf(Standing.Succeeded.class);
    shop.always(
        Duration.ofSeconds(1),
        "all traffic is on v1",
        r -> stable(r).equals(target) && r.share(target) == 100);
    System.getLogger("it").log(System.Logger.Level.INFO, "{0} {1}", shop.sent, pursuit.clocks());
  }
}
