package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.world.Resource;
import java.util.List;

/// Makes the Experiment that a step asks for.
final class ExperimentBirth {
  private static final List<String> COPIED = List.of("duration", "scaleDownDelaySeconds");
  private static final String DEADLINE = "progressDeadlineSeconds";

  private final Sync sync;

  ExperimentBirth(Sync sync) {
    this.sync = sync;
  }

  ObjectNode of(JsonNode plan) {
    var rollout = sync.rollout();
    var experiment = JsonNodeFactory.instance.objectNode();
    var metadata = experiment.putObject("metadata");
    metadata
        .put("namespace", rollout.namespace())
        .put("name", sync.free(Resource.EXPERIMENTS, name(), "-"));
    metadata.putObject("annotations").put(ReplicaSet.REVISION, Long.toString(rollout.revision()));
    var labels = metadata.putObject("labels");
    if (rollout.copy().at("/metadata/labels") instanceof ObjectNode own) {
      labels.setAll(own);
    }
    labels.put(ReplicaSet.HASH, sync.currentHash());
    metadata.set("ownerReferences", Owners.of(rollout));
    var spec = experiment.putObject("spec");
    COPIED.stream().filter(plan::has).forEach(field -> spec.set(field, plan.path(field)));
    if (rollout.spec().has(DEADLINE)) {
      spec.set(DEADLINE, rollout.spec().path(DEADLINE));
    }
    var templates = spec.putArray("templates");
    plan.path("templates").forEach(asked -> templates.add(template(asked)));
    if (!plan.path("analyses").isEmpty()) {
      var analyses = spec.putArray("analyses");
      plan.path("analyses").forEach(asked -> analyses.add(analysis(asked)));
    }
    return sync.cluster().world().create(Resource.EXPERIMENTS, experiment);
  }

  private ObjectNode template(JsonNode asked) {
    var set =
        asked.path("specRef").asText().equals("stable")
            ? sync.sets().stable().orElseThrow().copy()
            : sync.sets().made().copy();
    var template = set.objectNode().put("name", asked.path("name").asText());
    if (asked.has("replicas")) {
      template.set("replicas", asked.path("replicas"));
    }
    template.set("template", set.at("/spec/template"));
    if (set.path("spec").has("minReadySeconds")) {
      template.set("minReadySeconds", set.at("/spec/minReadySeconds"));
    }
    template.set(
        "selector", asked.has("selector") ? asked.path("selector") : set.at("/spec/selector"));
    asked
        .at("/metadata/labels")
        .properties()
        .forEach(label -> {
          template.withObject("/template/metadata/labels").set(label.getKey(), label.getValue());
          template.withObject("/selector/matchLabels").set(label.getKey(), label.getValue());
        });
    asked
        .at("/metadata/annotations")
        .properties()
        .forEach(note ->
            template
                .withObject("/template/metadata/annotations")
                .set(note.getKey(), note.getValue()));
    return template;
  }

  private ObjectNode analysis(JsonNode asked) {
    ObjectNode analysis = asked.deepCopy();
    if (asked.has("args")) {
      new AnalysisBirth(sync).arguments(asked, analysis.putArray("args"));
    }
    return analysis;
  }

  /// Without the count that an earlier one's name may ask for.
  private String name() {
    return "%s-%s-%d-%d"
        .formatted(
            sync.rollout().name(), sync.currentHash(), sync.rollout().revision(), sync.stepIndex());
  }
}
