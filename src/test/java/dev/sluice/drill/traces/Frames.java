package dev.sluice.drill.traces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The main fields of the status of a Rollout, and of an Experiment.
final class Frames {
  private Frames() {}

  static ObjectNode rollout(JsonNode rollout) {
    var status = rollout.path("status");
    var out = JsonNodeFactory.instance.objectNode();
    out.put("phase", (status.path("phase").asText() + ": " + status.path("message").asText()));
    out.put("step", status.path("currentStepIndex").asText());
    out.put("stable", status.path("stableRS").asText());
    out.put("current", status.path("currentPodHash").asText());
    out.put("abort", flags(status));
    var pauses = out.putArray("pauses");
    status.path("pauseConditions").forEach(pause -> pauses.add(pause.path("reason")));
    out.put("weight", weight(status.at("/canary/weights")));
    out.put(
        "analysis",
        Stream.of(
                "/canary/currentStepAnalysisRunStatus",
                "/canary/currentBackgroundAnalysisRunStatus",
                "/blueGreen/prePromotionAnalysisRunStatus",
                "/blueGreen/postPromotionAnalysisRunStatus")
            .map(path -> status.at(path + "/status").asText())
            .collect(Collectors.joining(" "))
            .strip());
    out.put("active", status.at("/blueGreen/activeSelector").asText());
    out.put("preview", status.at("/blueGreen/previewSelector").asText());
    return out;
  }

  static ObjectNode experiment(JsonNode experiment) {
    var status = experiment.path("status");
    var out = JsonNodeFactory.instance.objectNode();
    out.put("name", experiment.at("/metadata/name").asText());
    out.put("phase", status.path("phase").asText() + ": " + status.path("message").asText());
    out.put("terminate", experiment.at("/spec/terminate").asBoolean());
    var templates = out.putArray("templates");
    status
        .path("templateStatuses")
        .forEach(one ->
            templates.add(
                "%s %s, %s available: %s"
                    .formatted(
                        one.path("name").asText(),
                        one.path("status").asText(),
                        one.path("availableReplicas").asInt(),
                        one.path("message").asText())));
    var analyses = out.putArray("analyses");
    status
        .path("analysisRuns")
        .forEach(one ->
            analyses.add(
                "%s %s: %s"
                    .formatted(
                        one.path("name").asText(),
                        one.path("phase").asText(),
                        one.path("message").asText())));
    return out;
  }

  private static String flags(JsonNode status) {
    return (status.path("abort").asBoolean() ? "aborted" : "")
        + (status.has("abortedAt") ? " since" : "")
        + (status.path("promoteFull").asBoolean() ? " full" : "")
        + (status.path("controllerPause").asBoolean() ? " paused" : "")
        + (status.at("/blueGreen/scaleUpPreviewCheckPoint").asBoolean() ? " checkpoint" : "");
  }

  private static String weight(JsonNode weights) {
    return weights.isMissingNode()
        ? ""
        : "%s %s, %s %s"
            .formatted(
                weights.at("/canary/podTemplateHash").asText(),
                weights.at("/canary/weight").asText(),
                weights.at("/stable/podTemplateHash").asText(),
                weights.at("/stable/weight").asText());
  }
}
