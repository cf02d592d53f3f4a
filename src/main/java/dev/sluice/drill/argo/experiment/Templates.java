package dev.sluice.drill.argo.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.argo.model.PodTemplates;
import dev.sluice.drill.argo.model.Recorder;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Times;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps a ReplicaSet for each template of an Experiment.
final class Templates {
  private static final String NAME = "experiment.argoproj.io/name";
  private static final String TEMPLATE = "experiment.argoproj.io/template-name";

  private final World world;
  private final Experiment experiment;
  private final Recorder recorder;
  private final Map<String, ReplicaSet> sets = new HashMap<>();
  private final List<Instant> wakes = new ArrayList<>();

  Templates(World world, Experiment experiment, List<ReplicaSet> owned) {
    this.world = world;
    this.experiment = experiment;
    this.recorder = new Recorder(world);
    owned.forEach(set -> sets.put(set.annotation(TEMPLATE).asText(), set));
  }

  /// When to look again though nothing changes.
  Stream<Instant> wakes() {
    return wakes.stream();
  }

  /// The hash of a template's pods; empty before they are made.
  String hash(String template) {
    return Optional.ofNullable(sets.get(template)).map(ReplicaSet::hash).orElse("");
  }

  /// Brings a template's ReplicaSet to its size.
  ///
  /// @return what the status says of it now
  ObjectNode reconcile(JsonNode template) {
    var name = template.path("name").asText();
    var before = experiment.template(name);
    var status =
        before.isObject()
            ? (ObjectNode) before.deepCopy()
            : JsonNodeFactory.instance.objectNode().put("name", name);
    int wanted = experiment.wanted(template);
    var set = sets.get(name);
    boolean moved = true;
    if (set == null) {
      set = new ReplicaSet(world.create(Resource.REPLICA_SETS, replicaSet(name, template)));
      sets.put(name, set);
    } else {
      moved = wanted == 0 ? drain(set) : scale(set, wanted);
    }
    if (count(status, set) || moved) {
      status.put("lastTransitionTime", Times.text(world.now()));
    }
    judge(name, status, wanted == set.available());
    tell(name, before.path("status").asText(), status);
    return status;
  }

  private ObjectNode replicaSet(String name, JsonNode template) {
    var set = JsonNodeFactory.instance.objectNode();
    var hash = PodTemplates.hashOfRunning(template.path("template"));
    var metadata = set.putObject("metadata");
    metadata
        .put("namespace", experiment.namespace())
        .put("name", experiment.name() + "-" + name)
        .set("ownerReferences", Owners.of(Resource.EXPERIMENTS, experiment.json()));
    metadata.putObject("annotations").put(NAME, experiment.name()).put(TEMPLATE, name);
    var spec = set.putObject("spec").put("replicas", 0);
    if (template.has("minReadySeconds")) {
      spec.set("minReadySeconds", template.path("minReadySeconds"));
    }
    spec.set("selector", template.path("selector").deepCopy());
    spec.withObject("/selector/matchLabels").put(ReplicaSet.HASH, hash);
    spec.set("template", template.path("template").deepCopy());
    var labels = spec.withObject("/template/metadata/labels").put(ReplicaSet.HASH, hash);
    metadata.set("labels", labels.deepCopy());
    return set;
  }

  private boolean scale(ReplicaSet set, int wanted) {
    int before = set.wanted();
    if (before == wanted) {
      return false;
    }
    var changed = set.copy();
    changed.withObject("/spec").put("replicas", wanted);
    set.became(world.update(Resource.REPLICA_SETS, changed));
    recorder.normal(
        experiment.json(),
        "ScalingReplicaSet",
        "Scaled %s ReplicaSet %s from %d to %d"
            .formatted(before < wanted ? "up" : "down", set.name(), before, wanted));
    return true;
  }

  /// Its pods go when their time is over.
  private boolean drain(ReplicaSet set) {
    var delay = experiment.scaleDownDelay();
    if (!delay.isZero() && !set.hasDeadline()) {
      var changed = set.copy();
      changed
          .withObject("/metadata/annotations")
          .put(ReplicaSet.DEADLINE, Times.text(world.now().plus(delay)));
      set.became(world.update(Resource.REPLICA_SETS, changed));
    }
    var end = set.deadline().filter(world.now()::isBefore);
    if (set.wanted() == 0 || end.isEmpty()) {
      return scale(set, 0);
    }
    wakes.add(end.get());
    return false;
  }

  /// @return whether a number is another than before
  private static boolean count(ObjectNode status, ReplicaSet set) {
    var before = status.deepCopy();
    status
        .put("replicas", set.actual())
        .put("updatedReplicas", set.actual())
        .put("readyReplicas", set.ready())
        .put("availableReplicas", set.available());
    return !status.equals(before);
  }

  private void judge(String name, ObjectNode status, boolean complete) {
    if (TemplatePhase.of(status.path("status").asText()).over()) {
      return;
    }
    var limit = experiment.deadline();
    var deadline = Times.read(status.path("lastTransitionTime")).orElseThrow().plus(limit);
    boolean late = !complete && world.now().isAfter(deadline);
    if (late) {
      status.put(
          "message",
          "Template '%s' exceeded its progressDeadlineSeconds (%d)"
              .formatted(name, limit.toSeconds()));
    } else if (!complete) {
      wakes.add(deadline.plusSeconds(1));
    }
    status.put("status", phase(complete, late).toString());
  }

  private TemplatePhase phase(boolean complete, boolean late) {
    if (late) {
      return TemplatePhase.FAILED;
    }
    if (experiment.ends() || (complete && experiment.passed(world.now()))) {
      return TemplatePhase.SUCCESSFUL;
    }
    return complete ? TemplatePhase.RUNNING : TemplatePhase.PROGRESSING;
  }

  private void tell(String name, String before, JsonNode status) {
    var phase = status.path("status").asText();
    if (!phase.equals(before)) {
      var message = "Template '%s' transitioned from %s -> %s".formatted(name, before, phase);
      if (TemplatePhase.of(phase).bad()) {
        recorder.warning(experiment.json(), "Template" + phase, message);
      } else {
        recorder.normal(experiment.json(), "Template" + phase, message);
      }
    }
  }
}
