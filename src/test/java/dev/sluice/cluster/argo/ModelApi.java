package dev.sluice.cluster.argo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.act.Request;
import dev.sluice.release.Owner;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Phase;
import dev.sluice.release.Progress;
import dev.sluice.release.ProgressDraft;
import dev.sluice.release.Release;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The API server in front of a [ModelCluster]: shows it as a release, and carries out the real
/// request bodies, `test` operations first.
final class ModelApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ModelCluster cluster;
  private final Owner owner;
  private final ArgoRequests requests =
      new ArgoRequests(Clock.fixed(Releases.NOON, ZoneOffset.UTC));

  ModelApi(ModelCluster cluster, Owner owner) {
    this.cluster = cluster;
    this.owner = owner;
  }

  Release read() {
    var release = Releases.of(cluster.kind);
    release.version("u1", "" + cluster.resourceVersion, cluster.generation, cluster.observed);
    cluster.available.forEach((hash, pods) -> release.revision(hash, pods));
    return release
        .owner(owner)
        .hashes(cluster.stable, cluster.current)
        .progress(progress())
        .served(cluster.served())
        .switched(cluster.active, cluster.preview)
        .build();
  }

  private Progress progress() {
    var pauses =
        cluster.pauseCondition
            ? List.of(new PauseReason("CanaryPauseStep", Releases.NOON))
            : List.<PauseReason>of();
    return ProgressDraft.of(progress -> {
      progress.phase = Phase.PROGRESSING;
      progress.step = cluster.stepIndex();
      progress.paused = cluster.paused;
      progress.pauses = pauses;
      progress.controllerPause = cluster.controllerPause;
      progress.aborted = cluster.abort;
      progress.abortedAt = Optional.of(Instant.EPOCH).filter(_ -> cluster.abortedAt);
      progress.promoteFull = cluster.promoteFull;
    });
  }

  /// Sends what `write` makes of the release as it was seen; false when it was refused.
  boolean send(Release seen, ArgoWrite write) {
    if (!testsHold(request(seen, write))) {
      return false;
    }
    cluster.resourceVersion++;
    carryOut(write);
    return true;
  }

  private Request request(Release seen, ArgoWrite write) {
    return switch (write) {
      case ArgoWrite.Undo _ -> requests.undo(seen, JsonNodeFactory.instance.objectNode());
      case ArgoWrite plain -> requests.plain(seen, plain);
    };
  }

  private boolean testsHold(Request request) {
    var object = document();
    for (JsonNode operation : parse(request.body())) {
      var at = object.at(operation.get("path").asText());
      boolean holds =
          switch (operation.get("op").asText()) {
            case "test" ->
                at.isMissingNode()
                    ? operation.get("value").isNull()
                    : at.equals(operation.get("value"));
            case "remove" -> !at.isMissingNode();
            default -> true;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private ObjectNode document() {
    var object = JSON.createObjectNode();
    object
        .putObject("metadata")
        .put("uid", "u1")
        .put("resourceVersion", "" + cluster.resourceVersion)
        .put("generation", (int) cluster.generation);
    object.putObject("spec").put("paused", cluster.paused);
    var status = object.putObject("status");
    status.put("stableRS", cluster.stable).put("currentPodHash", cluster.current);
    cluster.stepIndex().ifPresent(step -> status.put("currentStepIndex", step));
    if (cluster.abort) {
      status.put("abort", true);
    }
    if (cluster.pauseCondition) {
      status.putArray("pauseConditions");
    }
    return object;
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void carryOut(ArgoWrite write) {
    switch (write) {
      case ArgoWrite.Unpause _ -> cluster.pauseCondition = false;
      case ArgoWrite.AdvanceStep(int to) -> cluster.step = to;
      case ArgoWrite.PassInconclusive(int to) -> {
        cluster.pauseCondition = cluster.controllerPause = false;
        cluster.step = to;
      }
      case ArgoWrite.PromoteFull _, ArgoWrite.PromoteBack _ -> cluster.promoteFull = true;
      case ArgoWrite.PauseSpec _ -> setPaused(true);
      case ArgoWrite.ResumeSpec _, ArgoWrite.LiftPause _ -> setPaused(false);
      case ArgoWrite.Abort _ -> cluster.abort = true;
      case ArgoWrite.ClearAbort _ -> cluster.abort = false;
      case ArgoWrite.Undo(var hash) -> cluster.apply(hash);
      case ArgoWrite.RestartNow _ -> cluster.edit();
    }
  }

  private void setPaused(boolean paused) {
    if (cluster.paused != paused) {
      cluster.paused = paused;
      cluster.edit();
    }
  }
}
