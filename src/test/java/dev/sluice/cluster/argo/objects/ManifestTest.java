package dev.sluice.cluster.argo.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.watch.Decoder;
import dev.sluice.cluster.watch.Item;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.release.Analysis;
import dev.sluice.release.Exit;
import dev.sluice.release.Happening;
import dev.sluice.release.Owner;
import dev.sluice.release.Reference;
import dev.sluice.release.Signs;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.release.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

  private static <T> Item<T> item(Kind<T> kind, String json) {
    var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    try {
      return new Decoder<>(kind).item(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(Kind<T> kind, String json) {
    return item(kind, json).record().orElseThrow();
  }

  private static Strategy.Canary canary(String fields) {
    var rollout = read(new Rollouts(), "{'spec': {'strategy': {'canary': {" + fields + "}}}}");
    return (Strategy.Canary) rollout.strategy();
  }

  @ParameterizedTest(name = "restartAt {0}, restartedAt {1}: restarting {2}")
  @CsvSource({
    "2026-01-02T12:00:00Z, 2026-01-02T11:00:00Z, true",
    "2026-01-02T12:00:00Z, '', true",
    "2026-01-02T12:00:00Z, 2026-01-02T12:00:00Z, false",
    "'', 2026-01-02T12:00:00Z, false",
    "'', '', false"
  })
  void aRestartIsUnderWayUntilTheControllerSaysItCarriedOutThatOne(
      String asked, String carriedOut, boolean restarting) {
    var rollout =
        read(
            new Rollouts(),
            "{'spec': {"
                + (asked.isEmpty() ? "" : "'restartAt': '" + asked + "'")
                + "}, 'status': {"
                + (carriedOut.isEmpty() ? "" : "'restartedAt': '" + carriedOut + "'")
                + "}}");

    assertThat(rollout.restarting()).isEqualTo(restarting);
  }

  @ParameterizedTest(name = "{0} is {1} s")
  @CsvSource({
    "30, 30",
    "0, 0",
    "10s, 10",
    "1h, 3600",
    "1h30m, 5400",
    "1.5m, 90",
    "2h45m30s, 9930",
    "1500ms, 1"
  })
  void durationsAreReadAsArgoReadsThem(String text, long seconds) {
    assertThat(GoDuration.parse(text).map(Duration::toSeconds)).contains(seconds);
  }

  @ParameterizedTest
  @CsvSource({"''", "soon", "10 s", "s", "1h x", "10d"})
  void whatArgoDoesNotUnderstandIsNoDuration(String text) {
    assertThat(GoDuration.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0} of {1} is {2} %")
  @CsvSource({
    "0, 100, 0",
    "20, 100, 20",
    "100, 100, 100",
    "1, 1000, 1",
    "999, 1000, 99",
    "1, 3, 33",
    "2, 3, 66",
    "120, 100, 100",
    "-5, 100, 0"
  })
  void onlyNothingIsZeroAndOnlyEverythingIsAHundred(int weight, int max, int percent) {
    assertThat(Percent.of(weight, max)).isEqualTo(percent);
  }

  @Test
  void weightsOfAFinerRouterAreToldInPercentWhereverItsScaleStands() {
    var canary =
        canary(
            """
            'steps': [{'setWeight': 50}, {'setWeight': 500}],
            'trafficRouting': {'istio': {'virtualService': {'name': 'x'}}, 'maxTrafficWeight': 1000}\
            """);
    assertThat(canary.steps()).containsExactly(new Step.SetWeight(5), new Step.SetWeight(50));
    assertThat(canary.router()).contains("istio");
  }

  @Test
  void aRouterPluginIsKnownByItsName() {
    assertThat(canary("'trafficRouting': {'plugins': {'argoproj-labs/gatewayAPI': {}}}").router())
        .contains("argoproj-labs/gatewayAPI");
  }

  @Test
  void aCanaryWithoutStepsHasNone() {
    assertThat(canary("").steps()).isEmpty();
    assertThat(canary("").router()).isEmpty();
  }

  @Test
  void eachKindOfStepIsRead() {
    assertThat(
            canary(
                    """
                    'steps': [{'experiment': {'templates': []}}, {'plugin': {'name': 'x'}},
                    {'setCanaryScale': {'weight': 25}}, {'pause': {'duration': '90'}},
                    {'setCanaryScale': {'matchTrafficWeight': true}}]\
                    """)
                .steps())
        .containsExactly(
            new Step.Experiment(),
            new Step.Other("plugin"),
            new Step.SetCanaryScale(OptionalInt.empty(), OptionalInt.of(25)),
            new Step.Pause(Optional.of(Duration.ofSeconds(90))),
            new Step.SetCanaryScale(OptionalInt.empty(), OptionalInt.empty()));
  }

  @Test
  void blueGreenHasArgosDefaults() {
    var rollout =
        read(new Rollouts(), "{'spec': {'strategy': {'blueGreen': {'activeService': 'live'}}}}");
    assertThat(rollout.strategy())
        .isEqualTo(
            new Strategy.BlueGreen(
                "live", Optional.empty(), Optional.of(Duration.ZERO), Duration.ofSeconds(30)));
  }

  @Test
  void aBlueGreenThatDoesNotPromoteItselfHasNoTimeToDoSo() {
    var plan = "'activeService': 'live', 'autoPromotionSeconds': 90";
    assertThat(blueGreen(plan).autoPromotion()).contains(Duration.ofSeconds(90));
    assertThat(blueGreen(plan + ", 'autoPromotionEnabled': false").autoPromotion()).isEmpty();
  }

  private static Strategy.BlueGreen blueGreen(String plan) {
    var manifest = "{'spec': {'strategy': {'blueGreen': {" + plan + "}}}}";
    return (Strategy.BlueGreen) read(new Rollouts(), manifest).strategy();
  }

  private static Owner owner(String metadata) {
    var json = "{'metadata': {'namespace': 'shop', 'name': 'checkout', " + metadata + "}}";
    return Owners.of(item(new Rollouts(), json).meta());
  }

  @Test
  void argoCdsTrackingIdNamesTheApplication() {
    assertThat(
            owner(
                """
                'annotations': {'argocd.argoproj.io/tracking-id':
                'shop-prod:argoproj.io/Rollout:shop/checkout'},
                'labels': {'app.kubernetes.io/managed-by': 'Helm'}\
                """))
        .isEqualTo(new Owner.ArgoCd("shop-prod"));
  }

  @Test
  void aTrackingIdCopiedFromAnotherObjectIsNotBelieved() {
    assertThat(
            owner(
                """
                'annotations': {'argocd.argoproj.io/tracking-id':
                'shop-prod:argoproj.io/Rollout:shop/basket'}\
                """))
        .isEqualTo(new Owner.Nobody());
  }

  @Test
  void fluxIsKnownByItsLabels() {
    assertThat(
            owner(
                """
                'labels': {'helm.toolkit.fluxcd.io/name': 'shop',
                'helm.toolkit.fluxcd.io/namespace': 'apps',
                'app.kubernetes.io/managed-by': 'Helm'}\
                """))
        .isEqualTo(new Owner.Flux("apps/shop"));
  }

  @Test
  void helmIsKnownByItsAnnotationOrLabel() {
    assertThat(owner("'annotations': {'meta.helm.sh/release-name': 'shop'}"))
        .isEqualTo(new Owner.Helm("shop"));
    assertThat(owner("'labels': {'app.kubernetes.io/managed-by': 'Helm'}"))
        .isEqualTo(new Owner.Helm("checkout"));
  }

  @Test
  void theInstanceLabelAloneHintsAtArgoCd() {
    assertThat(owner("'labels': {'app.kubernetes.io/instance': 'shop'}"))
        .isEqualTo(new Owner.ArgoCd("shop", false));
    assertThat(owner("'labels': {}")).isEqualTo(new Owner.Nobody());
  }

  @Test
  void aReplicaSetsOddAnnotationsAreTakenForAbsent() {
    var revision =
        read(
                new ReplicaSets(),
                """
                {'metadata': {'name': 'x-1', 'annotations': {
                'rollout.argoproj.io/revision': 'new', 'scale-down-deadline': 'soon'}},
                'spec': {}}\
                """)
            .revision();
    assertThat(revision.number()).isZero();
    assertThat(revision.scaleDownAt()).isEmpty();
    assertThat(revision.desired()).isEqualTo(1);
  }

  @Test
  void aPodsNewestBadExitIsKeptAndACleanEndIsNone() {
    var pod =
        read(
            new Pods(),
            """
            {'metadata': {'name': 'p', 'uid': 'u'}, 'status': {'initContainerStatuses': [
              {'name': 'init', 'restartCount': 1, 'state': {'terminated':
                {'exitCode': 0, 'reason': 'Completed', 'finishedAt': '2026-03-02T10:09:00Z'}}}],
             'containerStatuses': [{'name': 'app', 'restartCount': 2,
              'state': {'terminated':
                {'exitCode': 137, 'reason': 'OOMKilled', 'finishedAt': '2026-03-02T10:08:00Z'}},
              'lastState': {'terminated':
                {'exitCode': 1, 'reason': 'Error', 'finishedAt': '2026-03-02T10:07:00Z'}}}]}}\
            """);
    assertThat(pod.restarts()).isEqualTo(3);
    assertThat(pod.ready()).isFalse();
    assertThat(pod.exit())
        .isEqualTo(new Exit("p", "app", "OOMKilled", 137, Instant.parse("2026-03-02T10:08:00Z")));
  }

  @Test
  void aContainerThatCannotRunIsKnownByItsReason() {
    var pod =
        read(
            new Pods(),
            """
            {'metadata': {'name': 'p', 'uid': 'u'}, 'status': {'containerStatuses': [
              {'name': 'proxy', 'state': {'waiting': {'reason': 'ContainerCreating'}}},
              {'name': 'app', 'state': {'waiting':
                {'reason': 'ImagePullBackOff', 'message': 'Back-off pulling image'}}}]}}\
            """);
    assertThat(pod.waiting()).isEqualTo(new Waiting("p", "app", "ImagePullBackOff"));
    assertThat(pod.exit()).isNull();
  }

  @Test
  void aPodThatIsNotReadySaysSinceWhen() {
    var pod =
        read(
            new Pods(),
            """
            {'metadata': {'name': 'p', 'uid': 'u'}, 'status': {'conditions': [
              {'type': 'Ready', 'status': 'False', 'lastTransitionTime': '2026-03-02T10:08:00Z'},
              {'type': 'PodScheduled', 'status': 'True',
                'lastTransitionTime': '2026-03-02T10:07:00Z'}]}}\
            """);
    assertThat(pod.ready()).isFalse();
    assertThat(pod.unready()).isEqualTo(Instant.parse("2026-03-02T10:08:00Z"));
  }

  @Test
  void whatAContainerRunsIsKnownByTheRegistrysDigestAlone() {
    var pod =
        read(
            new Pods(),
            """
            {'metadata': {'name': 'p', 'uid': 'u'}, 'status': {'containerStatuses': [
              {'name': 'app', 'imageID': 'docker-pullable://registry.example/shop@sha256:ab'},
              {'name': 'proxy', 'imageID': 'sha256:cd'},
              {'name': 'new', 'imageID': ''}]}}\
            """);
    assertThat(pod.builds()).containsExactly(new Build("app", "sha256:ab"));
  }

  private static Signs signs(String metadata) {
    var json = "{'metadata': {'namespace': 'shop', 'name': 'checkout', " + metadata + "}}";
    return SignReader.of(item(new Rollouts(), json).meta());
  }

  @Test
  void annotationsLeadToRunbookAndDashboards() {
    assertThat(
            signs(
                    """
                    'annotations': {
                    'link.argocd.argoproj.io/grafana': 'https://graphs.example/d/1',
                    'link.argocd.argoproj.io/x': 'Traces|https://traces.example/checkout',
                    'link.sluice.dev/alerts': 'https://alerts.example/',
                    'sluice.dev/runbook': 'https://wiki.example/checkout',
                    'a8r.io/logs': 'https://logs.example/checkout',
                    'sluice.dev/dashboard': 'javascript:alert(1)',
                    'else': 'https://else.example'}\
                    """)
                .references())
        .extracting(Reference::name)
        .containsExactly("runbook", "alerts", "grafana", "logs", "Traces");
  }

  @Test
  void aLabelOrAnAnnotationNamesTheFleet() {
    assertThat(signs("'labels': {'sluice.dev/fleet': 'shop-checkout'}").fleet())
        .contains("shop-checkout");
    assertThat(signs("'annotations': {'sluice.dev/fleet': 'shop'}").fleet()).contains("shop");
    assertThat(signs("'labels': {}")).isEqualTo(Signs.NONE);
  }

  @Test
  void aRunsMeasurementsAreReadWithTheirTimesAndWhatTheyMustMeet() {
    var run =
        read(
                new Runs(Analysis.Kind.ANALYSIS_RUN),
                """
                {'metadata': {'name': 'r', 'creationTimestamp': '2026-03-02T10:00:00Z'},
                 'spec': {'metrics': [{'name': 'errors', 'successCondition': 'result[0] <= 0.05',
                   'provider': {'prometheus': {'query': 'secret'}}}]},
                 'status': {'phase': 'Failed', 'metricResults': [{'name': 'errors', 'count': 3,
                   'dryRun': true, 'measurements': [
                   {'phase': 'Failed', 'value': '[0.07]', 'finishedAt': '2026-03-02T10:02:00Z'},
                   {'phase': 'Successful', 'value': '0.01', 'finishedAt': '2026-03-02T10:01:00Z'},
                   {'phase': 'Running'},
                   {'phase': 'Error', 'value': 'no', 'startedAt': '2026-03-02T10:03:00Z',
                    'message': 'no such host'}]}]}}\
                """)
            .analysis();
    assertThat(run.began()).contains(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(run.ended()).contains(Instant.parse("2026-03-02T10:03:00Z"));
    var errors = run.metrics().getFirst();
    assertThat(errors.condition()).isEqualTo("result[0] <= 0.05");
    assertThat(errors.dry()).isTrue();
    assertThat(errors.message()).isEqualTo("no such host");
    assertThat(errors.measurements())
        .extracting(Analysis.Measurement::phase)
        .containsExactly("Successful", "Failed", "Error");
    assertThat(errors.measurements())
        .extracting(Analysis.Measurement::value)
        .containsExactly(OptionalDouble.of(0.01), OptionalDouble.of(0.07), OptionalDouble.empty());
  }

  @Test
  void anExperimentIsAnAnalysisOfItsRevision() {
    var run =
        read(
            new Runs(Analysis.Kind.EXPERIMENT),
            """
            {'metadata': {'name': 'e', 'labels': {'rollouts-pod-template-hash': 'abc'}},
             'status': {'phase': 'Failed', 'message': 'm'}}\
            """);
    assertThat(run.analysis().podHash()).isEqualTo("abc");
    assertThat(run.analysis().failed()).isTrue();
  }

  @Test
  void aServiceThatSelectsNoRevisionIsOfNoInterest() {
    assertThat(item(new Services(), "{'spec': {'selector': {'app': 'x'}}}").record()).isEmpty();
    assertThat(item(new Services(), "{'spec': {}}").record()).isEmpty();
  }

  @Test
  void aSeriesCountsAndTellsWhenItHappenedLast() {
    var happening =
        read(
            new Events("u"),
            """
            {'metadata': {'uid': 'e', 'creationTimestamp': '2026-03-02T10:00:00Z'},
             'type': 'Warning', 'reason': 'R', 'message': 'm', 'reportingComponent': 'console',
             'eventTime': '2026-03-02T10:00:00.5Z', 'lastTimestamp': null,
             'series': {'count': 4, 'lastObservedTime': '2026-03-02T10:05:00Z'}}\
            """);
    assertThat(happening)
        .isEqualTo(
            new Happening(
                "e", Instant.parse("2026-03-02T10:05:00Z"), "console", "R", "m", true, 4));
  }

  private static Happening event(String fields) {
    return read(
        new Events("u"),
        "{'metadata': {'creationTimestamp': '2026-03-02T10:00:00Z'}, " + fields + "}");
  }

  @Test
  void aConsolesEventNamesThePersonAndAControllersNone() {
    var console = "'reportingComponent': 'sluice', 'source': {'component': '";
    assertThat(event(console + "alice'}").actor()).contains("alice");
    assertThat(event(console + "alice'}").who()).isEqualTo("alice");
    assertThat(event(console + "sluice'}").actor()).isEmpty();
    assertThat(
            event("'reportingComponent': 'rollouts', 'source': {'component': 'rollouts'}").actor())
        .isEmpty();
  }

  @Test
  void theControllersStepEventsTellTheWeight() {
    var step = "'reason': 'RolloutStepCompleted', 'message': 'Rollout step 3/8 completed ";
    assertThat(event(step + "(setWeight: 10)'").weight()).hasValue(10);
    assertThat(event(step + "(pause: 1h)'").weight()).isEmpty();
    assertThat(event("'reason': 'Chat', 'message': '(setWeight: 10)'").weight()).isEmpty();
    assertThat(event("'reason': 'RolloutAborted', 'message': 'm'").weight()).hasValue(0);
  }

  @Test
  void anEventWithoutTimesHappenedWhenItWasCreated() {
    var happening =
        read(new Events("u"), "{'metadata': {'creationTimestamp': '2026-03-02T10:00:00Z'}}");
    assertThat(happening.at()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(happening.count()).isEqualTo(1);
  }
}
