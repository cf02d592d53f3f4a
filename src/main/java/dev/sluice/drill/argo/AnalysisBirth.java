package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.analysis.Measures;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.world.Resource;

/// Makes AnalysisRuns from their templates.
final class AnalysisBirth {
  private final Sync sync;

  AnalysisBirth(Sync sync) {
    this.sync = sync;
  }

  ObjectNode of(Analysis kind, JsonNode plan) {
    var rollout = sync.rollout();
    var infix = kind.infix(sync);
    var base =
        "%s-%s-%d".formatted(rollout.name(), sync.currentHash(), rollout.revision())
            + (infix.isEmpty() ? "" : "-" + infix);
    var run = JsonNodeFactory.instance.objectNode();
    var metadata = run.putObject("metadata");
    metadata
        .put("namespace", rollout.namespace())
        .put("name", sync.free(Resource.ANALYSIS_RUNS, base, "."));
    metadata.putObject("annotations").put(ReplicaSet.REVISION, Long.toString(rollout.revision()));
    var labels = metadata.putObject("labels");
    labels.put(ReplicaSet.HASH, sync.currentHash()).put("rollout-type", kind.label());
    if (kind == Analysis.STEP) {
      labels.put("step-index", Integer.toString(sync.stepIndex()));
    }
    if (rollout.selector().path("matchLabels") instanceof ObjectNode selected) {
      labels.setAll(selected);
    }
    metadata.set("ownerReferences", Owners.of(rollout));
    var spec = run.putObject("spec");
    spec.set(
        "metrics",
        new Measures(sync.cluster().world(), rollout.namespace()).of(plan.path("templates")));
    arguments(plan, spec.putArray("args"));
    return sync.cluster().world().create(Resource.ANALYSIS_RUNS, run);
  }

  /// With the values that stand now.
  void arguments(JsonNode plan, ArrayNode arguments) {
    for (var argument : plan.path("args")) {
      arguments
          .addObject()
          .put("name", argument.path("name").asText())
          .put("value", value(argument));
    }
  }

  private String value(JsonNode argument) {
    var hash = argument.at("/valueFrom/podTemplateHashValue").asText();
    if (hash.equals("Latest")) {
      return sync.currentHash();
    }
    if (hash.equals("Stable")) {
      return sync.sets().stable().map(ReplicaSet::hash).orElse("");
    }
    var field = argument.at("/valueFrom/fieldRef/fieldPath").asText();
    return field.isEmpty()
        ? argument.path("value").asText()
        : sync.rollout().copy().at("/" + field.replace('.', '/')).asText();
  }
}
