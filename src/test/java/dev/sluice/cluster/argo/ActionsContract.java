package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every verb but roll back.
abstract class ActionsContract extends Conformance {

  @ParameterizedTest
  @EnumSource
  void promotesThroughAllStages(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var hash = shop.deployed("v2").currentHash().orElseThrow();
      var shares = new ArrayList<Integer>();

      while (shop.read().updating()) {
        assertSucceeded(shop.act(new Action.Promote()), shop);
        assertThat(shop.sent).containsExactly("promote");
        var seen = shop.until("it stands", r -> !r.updating() || Shop.pauses(r));
        shares.add(seen.share(hash));
      }

      if (kind == Kind.BLUE_GREEN) {
        assertThat(shares).containsExactly(100);
      } else {
        assertThat(shares).containsExactly(50, 100);
      }
      assertThat(Shop.stable(shop.read())).isEqualTo("v2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void promotesOnThroughAPersonsPause(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var before = shop.deployed("v2");
      shop.argo("pause");
      shop.until("paused", r -> r.progress().paused() && r.version().observed());

      assertSucceeded(shop.act(new Action.Promote()), shop);

      assertThat(shop.sent.stream().filter(verb -> !verb.contains("refused")))
          .containsExactly("resume", "promote");
      var after = shop.read();
      assertThat(after.progress().paused()).isFalse();
      assertThat(after.share(before.currentHash().orElseThrow())).isGreaterThanOrEqualTo(20);
    }
  }

  @ParameterizedTest
  @EnumSource
  void promotesFullyThoughAPersonPausedIt(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      shop.deployed("v2");
      shop.argo("pause");
      shop.until("paused", r -> r.progress().paused() && r.version().observed());

      assertSucceeded(shop.act(new Action.PromoteFully()), shop);

      assertThat(Shop.stable(shop.read())).isEqualTo("v2");
    }
  }

  @Test
  void passesAStepWhoseAnalysisComesToNoAnswer() {
    passesAStepWithoutAnAnswer(
        Wares.PLAIN.steps(
            "{analysis: {templates: [{templateName: NAME-vague}]}}, {setWeight: 50}, {pause: {}}"));
  }

  @Test
  void passesAStepWhoseExperimentComesToNoAnswer() {
    passesAStepWithoutAnAnswer(Wares.TRIED_IN_VAIN);
  }

  private void passesAStepWithoutAnAnswer(Wares wares) {
    try (var shop = open(Kind.ROUTED, wares)) {
      shop.deploy("v2");
      shop.until(
          "no answer", r -> r.progress().pauses().stream().anyMatch(pause -> pause.inconclusive()));

      assertSucceeded(shop.act(new Action.Promote()), shop);

      var end = shop.until("it stands", r -> r.progress().step().orElse(0) == 2);
      assertThat(end.progress().aborted()).isFalse();
    }
  }

  @Test
  void promotesNothingAfterANewManifestArrived() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      var seen = shop.deployed("v2");

      var pursuit = shop.act(new Action.Promote(), Facts.of(seen), seen, () -> shop.deploy("v3"));

      assertThat(pursuit.standing()).isInstanceOf(Standing.Failed.class);
      assertThat(shop.sent).containsExactly("promote refused");
    }
  }

  @ParameterizedTest
  @EnumSource
  void pausesAndResumes(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      shop.deployed("v2");

      assertSucceeded(shop.act(new Action.Pause()), shop);
      assertThat(shop.read().progress().paused()).isTrue();
      assertSucceeded(shop.act(new Action.Resume()), shop);

      var end = shop.until("at its own pause", Shop::pauses);
      assertThat(end.progress().paused()).isFalse();
      assertThat(end.updating()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void abortsAndStartsAgain(Kind kind) {
    try (var shop = open(kind, Wares.PLAIN)) {
      var hash = shop.deployed("v2").currentHash().orElseThrow();

      assertSucceeded(shop.act(new Action.Abort()), shop);
      assertThat(shop.read().share(hash)).isZero();
      assertSucceeded(shop.act(new Action.Retry()), shop);

      shop.until("v2 pauses again", Shop::pauses);
    }
  }

  @Test
  void replacesAllPods() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      var before = pods(shop);

      assertSucceeded(shop.act(new Action.Restart()), shop);

      assertThat(pods(shop)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
    }
  }

  @Test
  void tellsAViewerWhyNothingWasWritten() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      var seen = shop.deployed("v2");
      var engine = new ArgoEngine(shop.cluster.as("viewer"), shop.cluster.clock());
      var writes =
          List.of(new ArgoWrite.Unpause(), new ArgoWrite.Abort(), new ArgoWrite.PauseSpec());

      assertThat(engine.read(shop.ref)).isInstanceOf(Result.Ok.class);
      for (var write : writes) {
        var answer = engine.prepare(seen, write).then(request -> engine.send(shop.ref, request));
        assertThat(answer)
            .isInstanceOfSatisfying(
                Result.Failed.class,
                failed ->
                    assertThat(failed.failure())
                        .isInstanceOfSatisfying(
                            Failure.Forbidden.class,
                            why -> assertThat(why.reason()).contains("viewer", "rollouts")));
      }
      assertThat(Facts.of(seen).changedIn(Facts.of(shop.read()))).isEmpty();
    }
  }

  @Test
  void leavesATraceOnTheRollout() {
    try (var shop = open(Kind.ROUTED, Wares.PLAIN)) {
      var release = shop.read();

      var answer = shop.engine.note(release, "RolledBack", "alice rolled back to v1");

      assertThat(answer).isInstanceOf(Result.Ok.class);
      var events = shop.cluster.events("RolledBack", release.version().uid());
      assertThat(events.at("/0/message").asText()).isEqualTo("alice rolled back to v1");
      assertThat(events.at("/0/reportingComponent").asText()).isEqualTo("sluice");
      assertThat(events.at("/0/source/component").asText()).isEqualTo("alice");
    }
  }

  private static Set<String> pods(Shop shop) {
    return shop.cluster.pods("app", shop.ref.name()).stream()
        .filter(pod -> pod.at("/metadata/deletionTimestamp").isMissingNode())
        .map(pod -> pod.at("/metadata/uid").asText())
        .collect(Collectors.toSet());
  }

  private static void assertSucceeded(Pursuit pursuit, Shop shop) {
    assertThat(pursuit.standing())
        .as("%s %s", shop.sent, pursuit)
        .isInstanceOf(Standing.Succeeded.class);
  }
}
