package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// A step of a canary.
public record Step(JsonNode json) {

  public OptionalInt weight() {
    return json.has("setWeight")
        ? OptionalInt.of(json.path("setWeight").asInt())
        : OptionalInt.empty();
  }

  public boolean pauses() {
    return json.has("pause");
  }

  /// How long it pauses; empty until somebody promotes.
  public Optional<Duration> pause() {
    var duration = json.at("/pause/duration");
    return duration.isMissingNode() ? Optional.empty() : Optional.of(Times.duration(duration));
  }

  public Optional<JsonNode> scale() {
    return Optional.ofNullable(json.get("setCanaryScale"));
  }

  public Optional<JsonNode> analysis() {
    return Optional.ofNullable(json.get("analysis"));
  }

  public Optional<JsonNode> experiment() {
    return Optional.ofNullable(json.get("experiment"));
  }

  /// Whether it sets a route of its own, which not every router can.
  public boolean routes() {
    return json.has("setHeaderRoute") || json.has("setMirrorRoute");
  }

  /// Whether waiting in it counts as no lack of progress.
  public boolean indefinite() {
    return pauses() || analysis().isPresent() || experiment().isPresent();
  }

  /// As Events name it.
  @Override
  public String toString() {
    if (weight().isPresent()) {
      return "setWeight: " + weight().getAsInt();
    }
    if (pauses()) {
      var duration = json.at("/pause/duration");
      return duration.isMissingNode() ? "pause" : "pause: " + duration.asText();
    }
    if (scale().isPresent()) {
      return "setCanaryScale{" + scaleText(scale().get()) + "}";
    }
    if (experiment().isPresent()) {
      return "experiment";
    }
    return analysis().isPresent() ? "analysis" : route();
  }

  private static String scaleText(JsonNode scale) {
    if (scale.has("weight")) {
      return "weight: " + scale.path("weight").asInt();
    }
    return scale.path("matchTrafficWeight").asBoolean()
        ? "matchTrafficWeight: true"
        : "replicas: " + scale.path("replicas").asInt();
  }

  private String route() {
    for (var kind : new String[] {"setHeaderRoute", "setMirrorRoute"}) {
      if (json.has(kind)) {
        return kind + ": " + json.path(kind).path("name").asText();
      }
    }
    return "invalid";
  }
}
