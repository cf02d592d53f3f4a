package dev.sluice.drill.argo.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.analysis.Measures;
import dev.sluice.drill.argo.analysis.Phase;
import dev.sluice.drill.argo.analysis.Runs;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.argo.model.Recorder;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Starts, follows and ends the AnalysisRuns of an Experiment.
final class Analyses {
  private static final Pattern HASH =
      Pattern.compile("\\{\\{\\s*templates\\.([^.}]+)\\.podTemplateHash\\s*}}");

  private final World world;
  private final Experiment experiment;
  private final UnaryOperator<String> hashes;
  private final List<ObjectNode> runs;

  /// @param hashes the hash of the pods of a template
  Analyses(
      World world, Experiment experiment, UnaryOperator<String> hashes, List<ObjectNode> runs) {
    this.world = world;
    this.experiment = experiment;
    this.hashes = hashes;
    this.runs = runs;
  }

  /// Takes an analysis a step on.
  ///
  /// @return what the status says of it now
  ObjectNode reconcile(JsonNode analysis) {
    var name = analysis.path("name").asText();
    var before = experiment.analysis(name);
    var status =
        before.isObject()
            ? (ObjectNode) before.deepCopy()
            : JsonNodeFactory.instance.objectNode().put("name", name).put("analysisRun", "");
    var run = status.path("analysisRun").asText();
    if (!run.isEmpty()) {
      runs.stream()
          .filter(one -> one.at("/metadata/name").asText().equals(run))
          .findFirst()
          .ifPresent(found -> follow(found, status));
    } else if (experiment.available().isPresent() && !experiment.ends()) {
      status.put("analysisRun", begin(name, analysis)).put("phase", Phase.PENDING.toString());
    }
    tell(name, before.path("phase").asText(), status);
    return status;
  }

  private String begin(String name, JsonNode analysis) {
    var run = JsonNodeFactory.instance.objectNode();
    run.putObject("metadata")
        .put("namespace", experiment.namespace())
        .put("name", experiment.name() + "-" + name)
        .set("ownerReferences", Owners.of(Resource.EXPERIMENTS, experiment.json()));
    var spec = run.putObject("spec");
    spec.set("metrics", new Measures(world, experiment.namespace()).of(List.of(analysis)));
    var arguments = spec.putArray("args");
    for (var argument : analysis.path("args")) {
      arguments
          .addObject()
          .put("name", argument.path("name").asText())
          .put("value", resolved(argument.path("value").asText()));
    }
    return world.create(Resource.ANALYSIS_RUNS, run).at("/metadata/name").asText();
  }

  private String resolved(String value) {
    return HASH.matcher(value).replaceAll(found -> hashes.apply(found.group(1)));
  }

  private void follow(ObjectNode run, ObjectNode status) {
    if (Phase.of(status.path("phase").asText()).over()) {
      return;
    }
    if (experiment.ends()) {
      if (!Runs.phase(run).over() && !run.at("/spec/terminate").asBoolean()) {
        run.withObject("/spec").put("terminate", true);
        world.update(Resource.ANALYSIS_RUNS, run);
      }
      return;
    }
    status.put("phase", run.at("/status/phase").asText());
    var message = run.at("/status/message").asText();
    if (!message.isEmpty()) {
      status.put("message", message);
    }
  }

  /// The Rollout hears of it as well.
  private void tell(String name, String before, JsonNode status) {
    var phase = status.path("phase").asText();
    if (phase.isEmpty() || phase.equals(before)) {
      return;
    }
    var message =
        "AnalysisRun '%s' transitioned from %s -> %s".formatted(name, before, phase)
            + (status.path("message").asText().isEmpty()
                ? ""
                : ": " + status.path("message").asText());
    var recorder = new Recorder(world);
    if (Phase.of(phase).compareTo(Phase.INCONCLUSIVE) >= 0) {
      recorder.warning(experiment.json(), "AnalysisRun" + phase, message);
    } else {
      recorder.normal(experiment.json(), "AnalysisRun" + phase, message);
    }
    world
        .get(Resource.ROLLOUTS, experiment.namespace(), Owners.name(experiment.json()))
        .ifPresent(rollout -> recorder.warning(rollout, "AnalysisRun" + phase, message));
  }
}
