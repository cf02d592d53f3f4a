package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Receipt;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Failure;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What Argo's own command line does in the situations that the tactics are made for: the API
/// server says yes each time. If one of these fails, the controller has learnt something, and the
/// tactics may be made simpler.
abstract class LiesContract extends Conformance {
  private static final Duration A_WHILE = Duration.ofSeconds(4);

  @Test
  void anAbortDuringAFullPromotionIsForgottenAndTheBadRevisionBecomesStable() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN.spec("minReadySeconds: 5"))) {
      shop.deployed("v2");
      shop.argo("promote", "--full");
      shop.argo("abort");

      var end = shop.until("v2 is stable", r -> Shop.stable(r).equals("v2"));

      assertThat(end.progress().aborted()).isFalse();
    }
  }

  @Test
  void aPromotionDoesNotLeaveAnExperimentThatCameToNoAnswer() {
    try (var shop = open(Kind.ROUTED, Wares.TRIED_IN_VAIN)) {
      shop.deploy("v2");
      shop.until("no answer", Shop::pauses);

      shop.argo("promote");

      shop.always(A_WHILE, "the same step", r -> r.progress().step().orElse(-1) == 0);
      shop.until("no answer again", Shop::pauses);
    }
  }

  @Test
  void aPromotionOfABlueGreenThatSwitchesByItselfStartsItsTimeAnew() {
    var timed = Wares.PLAIN.strategy("autoPromotionEnabled: true", "autoPromotionSeconds: 3600");
    try (var shop = open(Kind.BLUE_GREEN, timed)) {
      var begun = shop.deployed("v2").progress().pauses().getFirst().since();

      shop.until(
          "a second later", _ -> shop.cluster.clock().instant().isAfter(begun.plusSeconds(1)));
      shop.argo("promote");

      var again =
          shop.until("its time begins anew", r -> begins(r).filter(begun::isBefore).isPresent());
      assertThat(Shop.stable(again)).isEqualTo("v1");
    }
  }

  @Test
  void aPromotionDoesNotLeaveAnAnalysisBeforeTheSwitchThatCameToNoAnswer() {
    try (var shop = open(Kind.BLUE_GREEN, Stand.VAGUE.wares(Kind.BLUE_GREEN))) {
      Stand.VAGUE.reach(shop);
      var begun = begins(shop.read()).orElseThrow();

      shop.until(
          "a second later", _ -> shop.cluster.clock().instant().isAfter(begun.plusSeconds(1)));
      shop.argo("promote");

      var again = shop.until("no answer again", r -> begins(r).filter(begun::isBefore).isPresent());
      assertThat(Shop.stable(again)).isEqualTo("v1");
    }
  }

  private static Optional<Instant> begins(Release release) {
    return release.progress().pauses().stream().map(PauseReason::since).findFirst();
  }

  @Test
  void anAbortOfAFinishedUpdateDoesNothing() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      shop.finished("v2");

      shop.argo("abort");

      shop.always(A_WHILE, "v2 serves", LiesContract::servesV2);
      assertThat(shop.read().progress().aborted()).isFalse();
    }
  }

  @Test
  void anAbortAfterTheSwitchOfABlueGreenDoesNothing() {
    try (var shop = open(Kind.BLUE_GREEN, Wares.PLAIN)) {
      shop.finished("v2");

      shop.argo("abort");

      shop.always(A_WHILE, "v2 serves", LiesContract::servesV2);
    }
  }

  @Test
  void anAbortLeavesUsersOnASwitchedBlueGreenWhosePodsFail() {
    try (var shop = switched()) {
      shop.crash(shop.read().currentHash().orElseThrow());

      shop.argo("abort");

      shop.until("the abort stands", r -> r.progress().abortedAt().isPresent());
      shop.always(A_WHILE, "v2 serves", r -> servesV2(r) && Shop.stable(r).equals("v1"));
    }
  }

  @Test
  void anAbortVanishesWithTheManifestThatArrivedBeforeIt() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      shop.deployed("v2");

      shop.cluster.asleep(() -> {
        shop.deploy("v3");
        shop.argo("abort");
      });

      var end = shop.until("v3 pauses", r -> Shop.version(r).equals("v3") && Shop.pauses(r));
      assertThat(end.progress().aborted()).isFalse();
    }
  }

  @Test
  void anAbortBoundToTheManifestIsRefusedInstead() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      var seen = shop.deployed("v2");

      shop.cluster.asleep(() -> {
        shop.deploy("v3");
        assertThat(refused(send(shop, seen, new ArgoWrite.Abort())))
            .isInstanceOf(Failure.Moved.class);
      });
    }
  }

  @Test
  void afterAnUndoASyncStartsTheBadRevisionAgain() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      shop.deployed("v2");
      shop.argo("abort");
      shop.argo("undo");
      shop.until("v1 is back", r -> !r.updating() && Shop.version(r).equals("v1"));

      shop.deploy("v2");

      shop.until("v2 serves again", r -> r.updating() && r.share(r.currentHash().get()) == 20);
    }
  }

  @Test
  void aSecondUndoGoesForwardToTheBadRevision() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      shop.finished("v2");
      shop.argo("undo");
      shop.until("v1 is on its way", r -> Shop.version(r).equals("v1"));
      shop.argo("promote", "--full");
      shop.until("v1 is back", r -> Shop.stable(r).equals("v1"));

      shop.argo("undo");

      shop.until("v2 is on its way", r -> Shop.version(r).equals("v2"));
    }
  }

  @Test
  void aFullPromotionRightAfterAnUndoDoesNothing() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      shop.finished("v2");

      shop.cluster.asleep(() -> {
        shop.argo("undo");
        shop.argo("promote", "--full");
      });

      var end = shop.until("it walks the steps", Shop::pauses);
      assertThat(Shop.stable(end)).isEqualTo("v2");
    }
  }

  @Test
  void aSecondPromotionBeforeTheControllerHasGoneOnSkipsAStep() {
    var steps =
        Wares.PLAIN.steps(
            "{setWeight: 20}, {pause: {}}, {pause: {}}, {setWeight: 50}, {pause: {}}");
    try (var shop = open(Kind.ROUTED, steps)) {
      shop.deployed("v2");

      shop.cluster.asleep(() -> {
        shop.argo("promote");
        shop.argo("promote");
      });

      shop.until("the second pause was skipped", r -> r.progress().step().orElse(0) == 4);
    }
  }

  @Test
  void ofTwoEqualPromotionsTheSecondIsRefused() {
    var steps =
        Wares.PLAIN.steps(
            "{setWeight: 20}, {pause: {}}, {pause: {}}, {setWeight: 50}, {pause: {}}");
    try (var shop = open(Kind.ROUTED, steps)) {
      shop.deployed("v2");

      shop.cluster.asleep(() -> {
        var seen = shop.read();
        assertThat(send(shop, seen, new ArgoWrite.Unpause())).isInstanceOf(Result.Ok.class);
        assertThat(refused(send(shop, seen, new ArgoWrite.Unpause())))
            .isInstanceOf(Failure.Moved.class);
      });

      shop.until("it has gone on", r -> r.progress().step().orElse(0) == 2);
      shop.always(A_WHILE, "by one step", r -> r.progress().step().orElse(0) == 2);
    }
  }

  @Test
  void aPromotionIsForgottenWhileSomebodysPauseStands() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      shop.deployed("v2");
      shop.argo("pause");
      shop.until("paused", r -> r.progress().paused() && r.version().observed());
      assertThat(send(shop, shop.read(), new ArgoWrite.Unpause())).isInstanceOf(Result.Ok.class);
      shop.until("forgotten", r -> !r.progress().controllerPause());

      assertThat(send(shop, shop.read(), new ArgoWrite.ResumeSpec())).isInstanceOf(Result.Ok.class);

      var end = shop.until("it pauses again", Shop::pauses);
      assertThat(end.progress().step()).hasValue(1);
    }
  }

  private static boolean servesV2(Release r) {
    return r.revisions().stream()
        .filter(revision -> revision.version().equals("v2"))
        .allMatch(v2 -> r.share(v2.podHash()) == 100 && v2.desired() == r.capacity().desired());
  }

  private static Result<Receipt> send(Shop shop, Release seen, ArgoWrite write) {
    return shop.engine.prepare(seen, write).then(request -> shop.engine.send(shop.ref, request));
  }

  private static Object refused(Result<Receipt> answer) {
    return answer instanceof Result.Failed<Receipt>(var why) ? why : answer;
  }
}
