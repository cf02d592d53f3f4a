package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.objects.Rollouts;
import dev.sluice.release.Analysis;
import dev.sluice.release.Capacity;
import dev.sluice.release.Exit;
import dev.sluice.release.Image;
import dev.sluice.release.Owner;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Phase;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Revision;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.release.WorkloadRef;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {
  private static final String STABLE = "5c9d6b7f4";
  private static final String CANARY = "7d8f9b6c5";

  private static Release release(String scenario) {
    return Fixture.named(scenario).release();
  }

  private static void stands(Release release, Phase phase, String message) {
    assertThat(release.progress().phase()).isEqualTo(phase);
    assertThat(release.progress().message()).isEqualTo(message);
  }

  @Test
  void aCanaryInItsPauseShowsStepWeightAndReason() {
    var release = release("canary-mid-step");
    stands(release, Phase.PAUSED, "CanaryPauseStep");
    assertThat(release.ref()).isEqualTo(new ReleaseRef("test", "shop", "checkout"));
    assertThat(release.progress().step()).hasValue(3);
    assertThat(release.step()).contains(new Step.Pause(Optional.of(Duration.ofHours(1))));
    assertThat(release.progress().pauses())
        .containsExactly(new PauseReason("CanaryPauseStep", Instant.parse("2026-03-02T10:30:00Z")));
    assertThat(release.traffic()).isEqualTo(new Traffic.Weighted(10, 10));
    assertThat(release.capacity()).isEqualTo(new Capacity(5, 6, 6, 1));
    assertThat(release.updating()).isTrue();
    assertThat(release.rollbackWindow()).hasValue(3);
    assertThat(release.version().resourceVersion()).isEqualTo("4711");
    assertThat(release.version().observed()).isTrue();
  }

  @Test
  void theStrategyIsReadAsTheManifestListsIt() {
    assertThat(release("canary-mid-step").strategy())
        .isEqualTo(
            new Strategy.Canary(
                List.of(
                    new Step.SetWeight(1),
                    new Step.Pause(Optional.of(Duration.ofMinutes(30))),
                    new Step.SetWeight(10),
                    new Step.Pause(Optional.of(Duration.ofHours(1))),
                    new Step.Analysis(List.of("errors", "p99")),
                    new Step.SetWeight(50),
                    new Step.SetCanaryScale(OptionalInt.of(3), OptionalInt.empty()),
                    new Step.Other("setHeaderRoute"),
                    new Step.Pause(Optional.empty())),
                Optional.of("checkout-stable"),
                Optional.of("checkout-canary"),
                Optional.of("nginx")));
  }

  @Test
  void revisionsComeNewestFirstWithImagesAndCountedPods() {
    var revisions = release("canary-mid-step").revisions();
    assertThat(revisions).extracting(Revision::number).containsExactly(2, 1);
    assertThat(revisions).extracting(Revision::podHash).containsExactly(CANARY, STABLE);
    assertThat(revisions.getFirst().images())
        .containsExactly(
            new Image("app", "registry.example/shop/checkout:v1.9.0@sha256:abcdef0123456789"),
            new Image("proxy", "registry.example/mesh/proxy:1.2"));
    assertThat(revisions.getLast().version()).isEqualTo("v1.8.3");
    assertThat(revisions.getLast().pods()).isEqualTo(new PodHealth(2, 2, 0, Optional.empty()));
  }

  @Test
  void podsOnTheirWayOutNoLongerCountAndTheNewestBadExitStays() {
    var exit =
        new Exit(
            "checkout-" + CANARY + "-1",
            "app",
            "OOMKilled",
            137,
            Instant.parse("2026-03-02T10:31:00Z"));
    assertThat(release("canary-mid-step").revisions().getFirst().pods())
        .isEqualTo(new PodHealth(2, 1, 4, Optional.of(exit)));
  }

  private static final Instant MEASURED = Instant.parse("2026-03-02T10:26:00Z");

  private static Analysis.Measurement measured(Instant at) {
    return new Analysis.Measurement("Successful", OptionalDouble.of(0.01), at);
  }

  @Test
  void onlyTheCurrentRevisionsAnalysesAreShown() {
    assertThat(release("canary-mid-step").analyses())
        .containsExactly(
            new Analysis(
                "checkout-errors-2",
                Analysis.Kind.ANALYSIS_RUN,
                CANARY,
                "Successful",
                "",
                List.of(
                    new Analysis.Metric(
                        "errors",
                        "Successful",
                        3,
                        3,
                        0,
                        0,
                        0,
                        "",
                        List.of(measured(MEASURED)),
                        false,
                        "")),
                Optional.of(Instant.parse("2026-03-02T10:25:00Z")),
                Optional.of(MEASURED)));
  }

  @Test
  void aFinishedCanaryServesEverythingFromItsNewRevision() {
    var release = release("canary-done");
    stands(release, Phase.HEALTHY, "");
    assertThat(release.traffic()).isEqualTo(new Traffic.Weighted(100, 100));
    assertThat(release.share(CANARY)).isEqualTo(100);
    assertThat(release.step()).isEmpty();
    assertThat(release.revision(STABLE).flatMap(Revision::scaleDownAt))
        .contains(Instant.parse("2026-03-02T10:50:00Z"));
  }

  @Test
  void anAbortSendsTrafficToStableAndSaysSince() {
    var release = release("aborted");
    stands(release, Phase.DEGRADED, "RolloutAborted: Rollout aborted update to revision 2");
    assertThat(release.progress().aborted()).isTrue();
    assertThat(release.progress().abortedAt()).contains(Instant.parse("2026-03-02T10:33:00Z"));
    assertThat(release.traffic()).isEqualTo(new Traffic.Weighted(0, 0));
    assertThat(release.share(STABLE)).isEqualTo(100);
    assertThat(release.analyses().getFirst().failed()).isTrue();
    assertThat(release.analyses().getFirst().metrics())
        .anyMatch(metric -> metric.name().equals("p99") && metric.error() == 4);
  }

  @Test
  void aFullPromotionUnderWayShowsTheTrafficThatHasMovedSoFar() {
    var release = release("promote-full");
    stands(release, Phase.PROGRESSING, "more replicas need to be updated");
    assertThat(release.progress().promoteFull()).isTrue();
    assertThat(release.progress().step()).hasValue(9);
    assertThat(release.traffic()).isEqualTo(new Traffic.Weighted(100, 10));
  }

  @Test
  void anInconclusiveAnalysisPausesAndIsNamed() {
    var release = release("inconclusive");
    stands(release, Phase.PAUSED, "InconclusiveAnalysisRun");
    assertThat(release.progress().pauses()).allMatch(PauseReason::inconclusive);
    assertThat(release.progress().controllerPause()).isTrue();
    assertThat(release.step()).contains(new Step.Analysis(List.of("errors", "p99")));
    assertThat(release.analyses()).extracting(Analysis::phase).containsExactly("Inconclusive");
  }

  @Test
  void blueGreenBeforeItsSwitchServesTheOldRevision() {
    var release = release("blue-green-before");
    stands(release, Phase.PAUSED, "BlueGreenPause");
    assertThat(release.strategy())
        .isEqualTo(
            new Strategy.BlueGreen(
                "checkout-active",
                Optional.of("checkout-preview"),
                Optional.empty(),
                Duration.ofMinutes(10)));
    assertThat(release.traffic())
        .isEqualTo(new Traffic.Switched(Optional.of(STABLE), Optional.of(CANARY)));
    assertThat(release.progress().step()).isEmpty();
    assertThat(release.owner()).isEqualTo(new Owner.Flux("flux-system/shop"));
  }

  @Test
  void blueGreenFollowsTheServicesSelectorNotTheControllersLastWord() {
    var release = release("blue-green-after");
    assertThat(release.traffic())
        .isEqualTo(new Traffic.Switched(Optional.of(CANARY), Optional.of(CANARY)));
    assertThat(release.share(CANARY)).isEqualTo(100);
    assertThat(release.revision(STABLE).flatMap(Revision::scaleDownAt)).isPresent();
  }

  @Test
  void withoutTheServiceTheControllersWordStands() {
    var parts = Fixture.named("blue-green-after").parts();
    var unseen =
        new Parts(
            parts.rollout(),
            parts.replicaSets(),
            parts.pods(),
            parts.runs(),
            Map.of(),
            Optional.empty());
    assertThat(Projection.of("test", unseen).traffic())
        .isEqualTo(new Traffic.Switched(Optional.of(STABLE), Optional.of(CANARY)));
  }

  @Test
  void aReferencedWorkloadsNewGenerationIsWaitedFor() {
    var release = release("workload-ref");
    stands(
        release,
        Phase.PROGRESSING,
        "waiting for rollout spec update to be observed for the reference workload");
    assertThat(release.workload()).contains(new WorkloadRef("apps/v1", "Deployment", "checkout"));
    assertThat(release.current().map(Revision::version)).contains("v1.9.0");
    assertThat(release.owner()).isEqualTo(new Owner.Helm("shop"));
  }

  @Test
  void withoutARouterTheWeightServedIsTheShareOfAvailablePods() {
    var release = release("basic-canary");
    assertThat(release.traffic()).isEqualTo(new Traffic.Weighted(20, 33));
    assertThat(release.strategy())
        .isInstanceOfSatisfying(
            Strategy.Canary.class, canary -> assertThat(canary.router()).isEmpty());
  }

  /// Whatever the router is, the controller's own figure of it is what counts.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "istio",
        "alb",
        "traefik",
        "smi",
        "nginx",
        "ambassador",
        "apisix",
        "appMesh",
        "plugins"
      })
  void behindAnyRouterTheWeightServedIsTheControllersFigure(String router) {
    var fixture = Fixture.named("canary-mid-step");
    var rollout = fixture.rollout();
    var canary = rollout.withObject("/spec/strategy/canary");
    canary.putObject("trafficRouting").putObject(router).putObject("example.com/any");
    canary.putObject("pingPong").put("pingService", "a").put("pongService", "b");
    rollout.withObject("/status/canary").put("stablePingPong", "pong");
    rollout.withObject("/status/canary/weights/canary").put("weight", 7);

    assertThat(fixture.release().traffic()).isEqualTo(new Traffic.Weighted(10, 7));
  }

  @Test
  void aSpecTheControllerHasNotSeenIsProgressingWhateverTheStatusSays() {
    var release = release("not-observed");
    stands(release, Phase.PROGRESSING, "waiting for rollout spec update to be observed");
    assertThat(release.version().observed()).isFalse();
  }

  @Test
  void aRolloutWithoutAStatusIsReadAllTheSame() {
    var release = release("no-status");
    stands(release, Phase.PROGRESSING, "more replicas need to be updated");
    assertThat(release.capacity()).isEqualTo(new Capacity(1, 0, 0, 0));
    assertThat(release.stableHash()).isEmpty();
    assertThat(release.currentHash()).isEmpty();
    assertThat(release.revisions()).isEmpty();
    assertThat(release.traffic()).isEqualTo(new Traffic.Weighted(1, 0));
  }

  @Test
  void aFieldOfTheWrongTypeIsNamedAndTheOtherObjectsAreRead() {
    var items = Fixture.named("wrong-type").items("Rollout", new Rollouts());
    assertThat(items.getFirst().record()).isEmpty();
    assertThat(items.getFirst().problem())
        .contains(Words.of("answer.field", "status.readyReplicas", Words.of("answer.json.number")));
    assertThat(items.getLast().problem()).isEmpty();
    stands(release("wrong-type"), Phase.HEALTHY, "");
  }
}
