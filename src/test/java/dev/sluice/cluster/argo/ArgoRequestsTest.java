package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Release;
import dev.sluice.release.WorkloadRef;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bodies, byte for byte: what the preview shows is what is sent.
class ArgoRequestsTest {
  private static final String ROLLOUT =
      "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout";
  private static final String OBJECT = "{'op':'test','path':'/metadata/uid','value':'u1'}";
  private static final String LOOSE =
      OBJECT
          + ",{'op':'test','path':'/metadata/generation','value':3}"
          + ",{'op':'test','path':'/status/stableRS','value':'a'}";
  private static final String STRICT =
      LOOSE
          + ",{'op':'test','path':'/metadata/resourceVersion','value':'7'}"
          + ",{'op':'test','path':'/status/currentPodHash','value':'b'}"
          + ",{'op':'test','path':'/status/currentStepIndex','value':1}";

  private final ArgoRequests requests =
      new ArgoRequests(Clock.fixed(Releases.NOON.plusNanos(5), ZoneOffset.UTC));
  private final Release canary = Releases.of(Kind.ROUTED).revision("a", 4).revision("b", 1).build();

  @Test
  void aPromotionIsBoundToEverything() {
    assertStatus(
        new ArgoWrite.Unpause(), STRICT, "{'op':'remove','path':'/status/pauseConditions'}");
    assertStatus(
        new ArgoWrite.AdvanceStep(2),
        STRICT,
        "{'op':'add','path':'/status/currentStepIndex','value':2}");
    assertStatus(
        new ArgoWrite.PassInconclusive(2),
        STRICT,
        "{'op':'remove','path':'/status/pauseConditions'}"
            + ",{'op':'add','path':'/status/controllerPause','value':false}"
            + ",{'op':'add','path':'/status/currentStepIndex','value':2}");
    assertStatus(
        new ArgoWrite.PromoteFull(),
        STRICT,
        "{'op':'add','path':'/status/promoteFull','value':true}");
    assertStatus(
        new ArgoWrite.ClearAbort(),
        STRICT,
        "{'op':'test','path':'/status/abort','value':true}"
            + ",{'op':'add','path':'/status/abort','value':false}");
  }

  @Test
  void aWayBackIsBoundToObjectManifestAndStableRevisionOnly() {
    assertStatus(new ArgoWrite.Abort(), LOOSE, "{'op':'add','path':'/status/abort','value':true}");
    assertStatus(
        new ArgoWrite.PromoteBack("a"),
        LOOSE,
        "{'op':'test','path':'/status/currentPodHash','value':'a'}"
            + ",{'op':'add','path':'/status/promoteFull','value':true}");
    assertSpec(
        new ArgoWrite.LiftPause(), LOOSE, "{'op':'add','path':'/spec/paused','value':false}");
  }

  @Test
  void aPersonsPauseIsSetOnThatObjectAndTakenAwayFromThatState() {
    assertSpec(
        new ArgoWrite.PauseSpec(), OBJECT, "{'op':'add','path':'/spec/paused','value':true}");
    assertSpec(
        new ArgoWrite.ResumeSpec(),
        STRICT,
        "{'op':'test','path':'/spec/paused','value':true}"
            + ",{'op':'add','path':'/spec/paused','value':false}");
  }

  @Test
  void aRestartIsMeantForAMomentLaterSoThatNoPodOfThisSecondStays() {
    assertSpec(
        new ArgoWrite.RestartNow(),
        OBJECT,
        "{'op':'add','path':'/spec/restartAt','value':'2026-01-02T12:00:02Z'}");
  }

  @Test
  void aBlueGreenHasNoStepAndTheAbsenceIsTested() {
    var blueGreen = Releases.of(Kind.BLUE_GREEN).progress(Releases.progress(OptionalInt.empty()));

    var request = requests.plain(blueGreen.build(), new ArgoWrite.Unpause());

    assertThat(request.body())
        .contains("{\"op\":\"test\",\"path\":\"/status/currentStepIndex\",\"value\":null}");
  }

  @Test
  void anUndoReplacesTheTemplate() {
    var template = JsonNodeFactory.instance.objectNode().put("kept", true);

    var request = requests.undo(canary, template);

    assertThat(request.path()).isEqualTo(ROLLOUT + "?fieldManager=sluice");
    assertThat(request.body())
        .isEqualTo(
            json(
                OBJECT
                    + ",{'op':'test','path':'/metadata/generation','value':3}"
                    + ",{'op':'replace','path':'/spec/template','value':{'kept':true}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, /apis/apps/v1/namespaces/shop/deployments/web, /spec/template",
    "apps/v1, ReplicaSet, /apis/apps/v1/namespaces/shop/replicasets/web, /spec/template",
    "v1, PodTemplate, /api/v1/namespaces/shop/podtemplates/web, /template",
  })
  void anUndoGoesToTheObjectThatHoldsTheTemplate(
      String apiVersion, String kind, String path, String pointer) {
    var workload = new WorkloadRef(apiVersion, kind, "web");
    var holder = new Holder(Holder.path(canary, workload), Holder.pointer(workload), "u2", 11);

    var request = requests.undo(holder, JsonNodeFactory.instance.objectNode());

    assertThat(request.path()).isEqualTo(path + "?fieldManager=sluice");
    assertThat(request.body())
        .isEqualTo(
            json(
                "{'op':'test','path':'/metadata/uid','value':'u2'}"
                    + ",{'op':'test','path':'/metadata/generation','value':11}"
                    + ",{'op':'replace','path':'"
                    + pointer
                    + "','value':{}}"));
  }

  private void assertStatus(ArgoWrite write, String tests, String change) {
    assertRequest(ROLLOUT + "/status", write, tests, change);
  }

  private void assertSpec(ArgoWrite write, String tests, String change) {
    assertRequest(ROLLOUT, write, tests, change);
  }

  private void assertRequest(String path, ArgoWrite write, String tests, String change) {
    var request = requests.plain(canary, write);
    assertThat(request.method()).isEqualTo("PATCH");
    assertThat(request.path()).isEqualTo(path + "?fieldManager=sluice");
    assertThat(request.contentType()).isEqualTo("application/json-patch+json");
    assertThat(request.body()).isEqualTo(json(tests + "," + change));
  }

  private static String json(String operations) {
    return "[" + operations.replace('\'', '"') + "]";
  }
}
