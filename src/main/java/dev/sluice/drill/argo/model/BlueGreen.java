package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// A Rollout's plan as blue-green.
///
/// @param json `spec.strategy.blueGreen`
/// @param replicas how many pods the Rollout wants
public record BlueGreen(JsonNode json, int replicas) {
  private static final int QUARTER = 25;

  public String activeService() {
    return json.path("activeService").asText();
  }

  /// Empty when it has none.
  public String previewService() {
    return json.path("previewService").asText();
  }

  public boolean promotesItself() {
    return json.path("autoPromotionEnabled").asBoolean(true);
  }

  public Duration promotesAfter() {
    return Duration.ofSeconds(json.path("autoPromotionSeconds").asInt());
  }

  /// Whether it stops before the switch, for a person or for a while.
  public boolean pauses() {
    return !promotesItself() || promotesAfter().isPositive();
  }

  public OptionalInt previewReplicas() {
    return json.has("previewReplicaCount")
        ? OptionalInt.of(json.path("previewReplicaCount").asInt())
        : OptionalInt.empty();
  }

  public int unavailable() {
    return Math.min(replicas, Fraction.of(json.path("maxUnavailable"), replicas, QUARTER, false));
  }

  public Duration scaleDownDelay() {
    return Delays.of(json.path("scaleDownDelaySeconds"));
  }

  /// Whether the plan says how long the old version stays.
  public boolean saysDelay() {
    return json.has("scaleDownDelaySeconds");
  }

  public Optional<Duration> abortDelay() {
    return Delays.orEver(json.path("abortScaleDownDelaySeconds"));
  }

  public int delayedRevisions() {
    return json.path("scaleDownDelayRevisionLimit").asInt(Integer.MAX_VALUE);
  }

  public Optional<JsonNode> before() {
    return Optional.ofNullable(json.get("prePromotionAnalysis"));
  }

  public Optional<JsonNode> after() {
    return Optional.ofNullable(json.get("postPromotionAnalysis"));
  }
}
