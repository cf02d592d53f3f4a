package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A Rollout's plan as a canary.
///
/// @param json `spec.strategy.canary`
/// @param replicas how many pods the Rollout wants
public record Canary(JsonNode json, int replicas) {
  private static final int FULL = 100;
  private static final int QUARTER = 25;

  public List<Step> steps() {
    return json.path("steps").valueStream().map(Step::new).toList();
  }

  /// Whether something in front of the pods splits the traffic.
  public boolean routed() {
    return json.has("trafficRouting");
  }

  public JsonNode nginx() {
    return json.at("/trafficRouting/nginx");
  }

  /// The weight that is all of the traffic.
  public int fullWeight() {
    return json.at("/trafficRouting/maxTrafficWeight").asInt(FULL);
  }

  public String stableService() {
    return json.path("stableService").asText();
  }

  public String canaryService() {
    return json.path("canaryService").asText();
  }

  /// Whether the stable version keeps no more pods than its weight needs.
  public boolean dynamic() {
    return routed() && json.path("dynamicStableScale").asBoolean();
  }

  /// The pods that a weight needs.
  public int pods(int weight) {
    return (int) Math.ceil((double) weight * replicas / fullWeight());
  }

  /// That many pods, or as many as a version must have that has any.
  public int atLeast(int pods) {
    return pods == 0
        ? 0
        : Math.max(pods, Math.min(json.path("minPodsPerReplicaSet").asInt(), replicas));
  }

  /// How many pods there may be too many.
  public int surge() {
    return Fraction.of(json.path("maxSurge"), replicas, QUARTER, true);
  }

  /// How many pods may be missing; one when both limits come to nothing, or nothing could move.
  public int unavailable() {
    if (replicas == 0) {
      return 0;
    }
    int unavailable = Fraction.of(json.path("maxUnavailable"), replicas, QUARTER, false);
    return Math.min(replicas, surge() == 0 && unavailable == 0 ? 1 : unavailable);
  }

  /// How long the old version stays up after the update.
  public Duration scaleDownDelay() {
    return routed() ? Delays.of(json.path("scaleDownDelaySeconds")) : Duration.ZERO;
  }

  /// How long the new version stays up after an abort; empty for ever.
  public Optional<Duration> abortDelay() {
    return routed()
        ? Delays.orEver(json.path("abortScaleDownDelaySeconds"))
        : Optional.of(Duration.ZERO);
  }

  /// Whether it says itself how long the new version stays up after an abort.
  public boolean saysAbortDelay() {
    return json.has("abortScaleDownDelaySeconds");
  }

  public int delayedRevisions() {
    return json.path("scaleDownDelayRevisionLimit").asInt(Integer.MAX_VALUE);
  }
}
