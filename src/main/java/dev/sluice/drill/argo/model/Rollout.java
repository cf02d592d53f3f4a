package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A Rollout, as it was last read or written.
public final class Rollout {
  public static final String WORKLOAD_GENERATION = "rollout.argoproj.io/workload-generation";
  private static final int DEADLINE_SECONDS = 600;
  private static final int HISTORY = 10;

  private ObjectNode json;
  private @Nullable JsonNode workload;

  public Rollout(ObjectNode json) {
    this.json = json;
  }

  /// What a write made of it.
  public void became(ObjectNode written) {
    json = written;
  }

  /// Its template stands in that workload.
  public void resolved(JsonNode object) {
    workload = object;
  }

  /// To be changed and written.
  public ObjectNode copy() {
    return json.deepCopy();
  }

  public String namespace() {
    return json.at("/metadata/namespace").asText();
  }

  public String name() {
    return json.at("/metadata/name").asText();
  }

  public String uid() {
    return json.at("/metadata/uid").asText();
  }

  public String resourceVersion() {
    return json.at("/metadata/resourceVersion").asText();
  }

  public long generation() {
    return json.at("/metadata/generation").asLong();
  }

  public JsonNode annotations() {
    return json.at("/metadata/annotations");
  }

  public long revision() {
    return annotations().path(ReplicaSet.REVISION).asLong();
  }

  public boolean leaving() {
    return json.at("/metadata").hasNonNull("deletionTimestamp");
  }

  public JsonNode spec() {
    return json.path("spec");
  }

  public boolean saysReplicas() {
    return spec().hasNonNull("replicas");
  }

  public int replicas() {
    return spec().path("replicas").asInt(1);
  }

  public boolean paused() {
    return spec().path("paused").asBoolean();
  }

  public Optional<JsonNode> workloadRef() {
    return Optional.ofNullable(spec().get("workloadRef"));
  }

  public JsonNode template() {
    return workload == null ? spec().path("template") : workload.at("/spec/template");
  }

  public JsonNode selector() {
    return spec().has("selector") || workload == null
        ? spec().path("selector")
        : workload.at("/spec/selector");
  }

  public Optional<Instant> restartAt() {
    return Times.read(spec().path("restartAt"));
  }

  public Duration progressDeadline() {
    return Duration.ofSeconds(spec().path("progressDeadlineSeconds").asInt(DEADLINE_SECONDS));
  }

  public boolean abortsLate() {
    return spec().path("progressDeadlineAbort").asBoolean();
  }

  public int historyLimit() {
    return spec().path("revisionHistoryLimit").asInt(HISTORY);
  }

  /// How many revisions back an undo skips the steps; 0 for none.
  public int rollbackWindow() {
    return spec().at("/rollbackWindow/revisions").asInt();
  }

  public boolean isCanary() {
    return spec().at("/strategy/canary").isObject() && !isBlueGreen();
  }

  public boolean isBlueGreen() {
    return spec().at("/strategy/blueGreen").isObject();
  }

  /// Without steps when it is none.
  public Canary canary() {
    return new Canary(spec().at("/strategy/canary"), replicas());
  }

  public BlueGreen blueGreen() {
    return new BlueGreen(spec().at("/strategy/blueGreen"), replicas());
  }

  public Optional<Duration> abortDelay() {
    return isBlueGreen() ? blueGreen().abortDelay() : canary().abortDelay();
  }

  public Duration scaleDownDelay() {
    return isBlueGreen() ? blueGreen().scaleDownDelay() : canary().scaleDownDelay();
  }

  public int delayedRevisions() {
    return isBlueGreen() ? blueGreen().delayedRevisions() : canary().delayedRevisions();
  }

  public int unavailable() {
    return isBlueGreen() ? blueGreen().unavailable() : canary().unavailable();
  }

  /// A copy of its status.
  public Status status() {
    return new Status(
        json.get("status") instanceof ObjectNode status
            ? status.deepCopy()
            : JsonNodeFactory.instance.objectNode());
  }
}
