package dev.sluice.drill.argo.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.analysis.Phase;
import dev.sluice.drill.argo.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// An Experiment, as it was read.
record Experiment(ObjectNode json) {
  private static final int DEADLINE_SECONDS = 600;
  private static final int DELAY_SECONDS = 30;

  String namespace() {
    return json.at("/metadata/namespace").asText();
  }

  String name() {
    return json.at("/metadata/name").asText();
  }

  String uid() {
    return json.at("/metadata/uid").asText();
  }

  Stream<JsonNode> templates() {
    return json.at("/spec/templates").valueStream();
  }

  Stream<JsonNode> analyses() {
    return json.at("/spec/analyses").valueStream();
  }

  /// The name of its phase; empty before the first look.
  String phase() {
    return json.at("/status/phase").asText();
  }

  boolean over() {
    return Phase.of(phase()).over();
  }

  /// What the status says of a template; missing when it says nothing.
  JsonNode template(String name) {
    return named(json.at("/status/templateStatuses"), name);
  }

  /// What the status says of an analysis; missing when it says nothing.
  JsonNode analysis(String name) {
    return named(json.at("/status/analysisRuns"), name);
  }

  private static JsonNode named(JsonNode list, String name) {
    return list.valueStream()
        .filter(one -> one.path("name").asText().equals(name))
        .findFirst()
        .orElse(list.path(-1));
  }

  /// Since when the pods of all templates serve.
  Optional<Instant> available() {
    return Times.read(json.at("/status/availableAt"));
  }

  /// When it has run for long enough; empty when it says no time, or its pods do not serve yet.
  Optional<Instant> end() {
    var duration = json.at("/spec/duration");
    return duration.asText().isEmpty()
        ? Optional.empty()
        : available().map(since -> since.plus(Times.duration(duration)));
  }

  boolean passed(Instant now) {
    return end().filter(end -> !now.isBefore(end)).isPresent();
  }

  /// For how long pods may make no progress.
  Duration deadline() {
    return Duration.ofSeconds(json.at("/spec/progressDeadlineSeconds").asInt(DEADLINE_SECONDS));
  }

  /// How long its pods stay when they are not needed any more.
  Duration scaleDownDelay() {
    return Duration.ofSeconds(json.at("/spec/scaleDownDelaySeconds").asInt(DELAY_SECONDS));
  }

  /// Whether it comes to its end: it was told to, or a part of it failed, or all that had to
  /// succeed did.
  boolean ends() {
    return json.at("/spec/terminate").asBoolean()
        || over()
        || json.at("/status/templateStatuses")
            .valueStream()
            .anyMatch(one -> TemplatePhase.of(one.path("status").asText()).bad())
        || json.at("/status/analysisRuns")
            .valueStream()
            .map(one -> Phase.of(one.path("phase").asText()))
            .anyMatch(phase -> phase.over() && phase != Phase.SUCCESSFUL)
        || succeeded();
  }

  boolean hasRequired() {
    return analyses().anyMatch(Experiment::required);
  }

  /// Whether every analysis without which it is not over has succeeded, and there is one.
  boolean succeeded() {
    return hasRequired()
        && analyses()
            .filter(Experiment::required)
            .map(one -> analysis(one.path("name").asText()).path("phase").asText())
            .allMatch(phase -> Phase.of(phase) == Phase.SUCCESSFUL);
  }

  private static boolean required(JsonNode analysis) {
    return analysis.path("requiredForCompletion").asBoolean();
  }

  /// How many pods a template is to have now.
  int wanted(JsonNode template) {
    var phase = TemplatePhase.of(template(template.path("name").asText()).path("status").asText());
    return ends() || phase.over() ? 0 : template.path("replicas").asInt(1);
  }
}
