package dev.sluice.drill.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.drill.world.Resource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A canary whose pods alone split the traffic.
class CanaryTest {
  private final Stage stage =
      new Stage(
          5, "{'canary':{'steps':[{'setWeight':20},{'pause':{}},{'setWeight':60},{'pause':{}}]}}");

  @AfterEach
  void end() {
    stage.close();
  }

  @Test
  void theFirstVersionWalksNoSteps() {
    assertThat(stage.phase()).isEqualTo("Healthy");
    assertThat(stage.pods()).isEqualTo(Map.of(1, 5));
    assertThat(stage.status("/stableRS").asText()).isEqualTo(stage.hash("web:1"));
    assertThat(stage.status("/currentStepIndex").asInt()).isEqualTo(4);
    assertThat(stage.rollout().at("/metadata/annotations").toString())
        .contains("\"rollout.argoproj.io/revision\":\"1\"");
    assertThat(stage.events())
        .containsExactlyInAnyOrder(
            "RolloutAddedToInformer",
            "RolloutUpdated",
            "NewReplicaSetCreated",
            "RolloutNotCompleted",
            "RolloutCompleted",
            "ScalingReplicaSet");
  }

  @Test
  void aNewTemplateStopsAtItsFirstPause() {
    stage.image("web:2");
    assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
    assertThat(stage.pods()).isEqualTo(Map.of(1, 4, 2, 1));
    assertThat(stage.status("/currentStepIndex").asInt()).isEqualTo(1);
    assertThat(stage.status("/controllerPause").asBoolean()).isTrue();
  }

  @Test
  void everyPromotionWalksToTheNextPauseAndTheLastToTheEnd() {
    stage.image("web:2");
    stage.promote();
    assertThat(stage.pods()).isEqualTo(Map.of(1, 2, 2, 3));
    assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
    stage.promote();
    assertThat(stage.phase()).isEqualTo("Healthy");
    assertThat(stage.pods()).isEqualTo(Map.of(1, 0, 2, 5));
    assertThat(stage.status("/stableRS").asText()).isEqualTo(stage.hash("web:2"));
  }

  @Test
  void anAbortBringsTheStableVersionBackAndARetryBeginsAnew() {
    stage.image("web:2");
    stage.promote();
    stage.patch("{'abort':true}");
    assertThat(stage.phase())
        .isEqualTo("Degraded RolloutAborted: Rollout aborted update to revision 2");
    assertThat(stage.pods()).isEqualTo(Map.of(1, 5, 2, 0));
    assertThat(stage.status("/abortedAt").asText()).isNotEmpty();
    stage.patch("{'abort':false}");
    assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
    assertThat(stage.pods()).isEqualTo(Map.of(1, 4, 2, 1));
  }

  @Test
  void anAbortOfAFinishedUpdateDoesNothing() {
    stage.image("web:2");
    stage.patch("{'promoteFull':true}");
    assertThat(stage.phase()).isEqualTo("Healthy");
    stage.patch("{'abort':true}");
    assertThat(stage.phase()).isEqualTo("Healthy");
    assertThat(stage.pods()).isEqualTo(Map.of(1, 0, 2, 5));
    assertThat(stage.status("/abort").asBoolean()).isFalse();
  }

  @Test
  void anAbortDuringAFullPromotionIsLost() {
    stage.image("web:2");
    stage.patchAtOnce("{'promoteFull':true}");
    stage.pass(1);
    stage.patch("{'abort':true}");
    stage.settle();
    assertThat(stage.phase()).isEqualTo("Healthy");
    assertThat(stage.status("/stableRS").asText()).isEqualTo(stage.hash("web:2"));
  }

  @Test
  void anUndoMidUpdateGoesStraightToStable() {
    stage.image("web:2");
    stage.image("web:1");
    assertThat(stage.phase()).isEqualTo("Healthy");
    assertThat(stage.pods()).isEqualTo(Map.of(3, 5, 2, 0));
    assertThat(stage.status("/pauseConditions").isMissingNode()).isTrue();
    assertThat(stage.events()).contains("SkipSteps");
  }

  @Test
  void anUndoOfAFinishedUpdateWalksTheSteps() {
    stage.image("web:2");
    stage.patch("{'promoteFull':true}");
    stage.image("web:1");
    assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
    assertThat(stage.pods()).isEqualTo(Map.of(3, 1, 2, 4));
  }

  @Test
  void aPersonsPauseHoldsEverythingUntilItIsTakenBack() {
    stage.spec("{'paused':true}");
    stage.image("web:2");
    assertThat(stage.phase()).isEqualTo("Paused manually paused");
    assertThat(stage.pods()).isEqualTo(Map.of(1, 5, 2, 0));
    stage.spec("{'paused':false}");
    assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
  }

  @Test
  void moreReplicasAreAddedInTheMiddleOfAStep() {
    stage.image("web:2");
    stage.spec("{'replicas':10}");
    assertThat(stage.pods()).isEqualTo(Map.of(1, 8, 2, 2));
    assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
  }

  @Test
  void aRestartRenewsEveryPod() {
    var before = stage.drill().world().list(Resource.PODS);
    stage.pass(60);
    stage.spec("{'restartAt':'2026-01-05T09:31:00Z'}");
    stage.pass(300);
    var after = stage.drill().world().list(Resource.PODS);
    assertThat(after).hasSize(5).doesNotContainAnyElementsOf(before);
    assertThat(stage.phase()).isEqualTo("Healthy");
    assertThat(stage.status("/restartedAt").asText()).isEqualTo("2026-01-05T09:31:00Z");
  }
}
