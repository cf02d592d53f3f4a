package dev.sluice.cluster.argo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.act.Request;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// The exact requests. Each is a JSON Patch whose `test` operations bind it to what was seen, so
/// that the API server itself refuses it with 422 when the world has moved, and a second copy of
/// it.
///
/// A promotion is bound to everything, the resourceVersion too. A way back is bound to object,
/// manifest and stable revision alone, so that no churn of the status can hold it back.
final class ArgoRequests {
  private static final String MANAGER = "?fieldManager=sluice";
  private final Clock clock;

  ArgoRequests(Clock clock) {
    this.clock = clock;
  }

  /// Where the Rollout is on the API server.
  static String path(ReleaseRef ref) {
    return "/apis/argoproj.io/v1alpha1/namespaces/" + ref.namespace() + "/rollouts/" + ref.name();
  }

  /// Any write but an undo, which needs a template.
  Request plain(Release seen, ArgoWrite write) {
    return switch (write) {
      case ArgoWrite.Unpause _ -> status(seen, strict(seen).remove("/status/pauseConditions"));
      case ArgoWrite.AdvanceStep(int to) ->
          status(seen, strict(seen).add("/status/currentStepIndex", to));
      case ArgoWrite.PassInconclusive(int to) -> passInconclusive(seen, to);
      case ArgoWrite.PromoteFull _ -> status(seen, strict(seen).add("/status/promoteFull", true));
      case ArgoWrite.PromoteBack(var hash) -> promoteBack(seen, hash);
      case ArgoWrite.Abort _ -> status(seen, loose(seen).add("/status/abort", true));
      case ArgoWrite.ClearAbort _ ->
          status(seen, strict(seen).test("/status/abort", true).add("/status/abort", false));
      case ArgoWrite.PauseSpec _ -> spec(seen, object(seen).add("/spec/paused", true));
      case ArgoWrite.ResumeSpec _ ->
          spec(seen, strict(seen).test("/spec/paused", true).add("/spec/paused", false));
      case ArgoWrite.LiftPause _ -> spec(seen, loose(seen).add("/spec/paused", false));
      case ArgoWrite.RestartNow _ -> spec(seen, object(seen).add("/spec/restartAt", soon()));
      case ArgoWrite.Undo _ -> throw new IllegalArgumentException("an undo needs a template");
    };
  }

  private static Request passInconclusive(Release seen, int to) {
    return status(
        seen,
        strict(seen)
            .remove("/status/pauseConditions")
            .add("/status/controllerPause", false)
            .add("/status/currentStepIndex", to));
  }

  private static Request promoteBack(Release seen, String hash) {
    return status(
        seen, loose(seen).test("/status/currentPodHash", hash).add("/status/promoteFull", true));
  }

  /// @param template the pod template to go back to, without the label of its pod hash
  Request undo(Release seen, JsonNode template) {
    return spec(
        seen,
        object(seen)
            .test("/metadata/generation", seen.version().generation())
            .replace("/spec/template", template));
  }

  /// The same where another object holds the template.
  ///
  /// @param holder that object as it was just read
  Request undo(Holder holder, JsonNode template) {
    var patch =
        new JsonPatch()
            .test("/metadata/uid", holder.uid())
            .test("/metadata/generation", holder.generation())
            .replace(holder.pointer(), template);
    return patch(holder.path(), patch);
  }

  /// The engine keeps pods that were created in this very second, and the server's clock is known
  /// to about one: so that none of today's pods stays, it is a little later than now.
  private String soon() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2).toString();
  }

  private static JsonPatch object(Release seen) {
    return new JsonPatch().test("/metadata/uid", seen.version().uid());
  }

  private static JsonPatch loose(Release seen) {
    return object(seen)
        .test("/metadata/generation", seen.version().generation())
        .test("/status/stableRS", seen.stableHash());
  }

  private static JsonPatch strict(Release seen) {
    return loose(seen)
        .test("/metadata/resourceVersion", seen.version().resourceVersion())
        .test("/status/currentPodHash", seen.currentHash())
        .test("/status/currentStepIndex", seen.progress().step());
  }

  private static Request status(Release seen, JsonPatch patch) {
    return patch(path(seen.ref()) + "/status", patch);
  }

  private static Request spec(Release seen, JsonPatch patch) {
    return patch(path(seen.ref()), patch);
  }

  private static Request patch(String path, JsonPatch patch) {
    return new Request("PATCH", path + MANAGER, JsonPatch.CONTENT_TYPE, patch.text());
  }
}
