package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Conditions;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.argo.model.PodTemplates;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.world.Resource;
import java.util.Set;

/// Makes the ReplicaSet of a new template, and numbers the revisions.
final class Revisions {
  private static final String MIN_READY = "minReadySeconds";
  private static final Set<String> NOT_COPIED =
      Set.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          ReplicaSet.REVISION,
          ReplicaSet.HISTORY,
          ReplicaSet.DESIRED,
          "notified.notifications.argoproj.io");

  private final Sync sync;

  Revisions(Sync sync) {
    this.sync = sync;
  }

  /// Makes the ReplicaSet of a template that has none.
  void create() {
    long revision = sync.sets().lastRevision() + 1;
    var made =
        new ReplicaSet(sync.cluster().world().create(Resource.REPLICA_SETS, replicaSet(revision)));
    sync.made(made);
    number(revision);
    sync.cluster()
        .event(
            "NewReplicaSetCreated",
            "Created ReplicaSet %s (revision %d)".formatted(made.name(), revision));
    note("NewReplicaSetCreated", "Created new replica set \"%s\"".formatted(made.name()));
  }

  private ObjectNode replicaSet(long revision) {
    var rollout = sync.rollout();
    var hash = PodTemplates.hash(rollout.template());
    var set = JsonNodeFactory.instance.objectNode();
    var metadata = set.putObject("metadata");
    metadata.put("namespace", rollout.namespace()).put("name", rollout.name() + "-" + hash);
    metadata.set("ownerReferences", Owners.of(rollout));
    var annotations = metadata.putObject("annotations");
    copyAnnotations(annotations);
    annotations.put(ReplicaSet.REVISION, Long.toString(revision));
    annotations.put(ReplicaSet.DESIRED, Integer.toString(rollout.replicas()));
    var spec = set.putObject("spec").put("replicas", 0);
    if (rollout.spec().has(MIN_READY)) {
      spec.set(MIN_READY, rollout.spec().path(MIN_READY));
    }
    spec.set("selector", rollout.selector().deepCopy());
    spec.withObject("/selector/matchLabels").put(ReplicaSet.HASH, hash);
    spec.set("template", rollout.template().deepCopy());
    var labels = spec.withObject("/template/metadata/labels").put(ReplicaSet.HASH, hash);
    metadata.set("labels", labels.deepCopy());
    return set;
  }

  /// Gives the ReplicaSet of the template the highest revision, and the Rollout the same.
  void renew() {
    sync.sets().current().ifPresent(this::renew);
  }

  private void renew(ReplicaSet set) {
    var changed = set.copy();
    var annotations = changed.withObject("/metadata").withObject("/annotations");
    var revision = set.annotation(ReplicaSet.REVISION).asText();
    boolean renewed = copyAnnotations(annotations);
    if (set.revision() <= sync.sets().lastRevision()) {
      annotations.put(ReplicaSet.REVISION, Long.toString(sync.sets().lastRevision() + 1));
      renewed = true;
    }
    if (renewed && !revision.isEmpty()) {
      var history = set.annotation(ReplicaSet.HISTORY).asText();
      annotations.put(ReplicaSet.HISTORY, history.isEmpty() ? revision : history + "," + revision);
    }
    int patience = sync.rollout().spec().path(MIN_READY).asInt();
    boolean patient = changed.at("/spec/minReadySeconds").asInt() == patience;
    if (!patient) {
      changed.withObject("/spec").put(MIN_READY, patience);
    }
    if (renewed || !patient) {
      sync.cluster().write(set, changed);
    }
    number(set.revision());
    if (conditions().get(Conditions.PROGRESSING).isEmpty()) {
      note("FoundNewReplicaSet", "Found new replica set \"%s\"".formatted(set.name()));
    }
  }

  private boolean copyAnnotations(ObjectNode to) {
    boolean changed = false;
    for (var annotation : sync.rollout().annotations().properties()) {
      var key = annotation.getKey();
      if (!NOT_COPIED.contains(key) && !annotation.getValue().equals(to.get(key))) {
        to.set(key, annotation.getValue());
        changed = true;
      }
    }
    return changed;
  }

  private void number(long revision) {
    var rollout = sync.rollout();
    if (rollout.revision() == revision) {
      return;
    }
    var changed = rollout.copy();
    changed
        .withObject("/metadata")
        .withObject("/annotations")
        .put(ReplicaSet.REVISION, Long.toString(revision));
    sync.cluster().write(changed);
    sync.cluster().event("RolloutUpdated", "Rollout updated to revision " + revision);
  }

  private Conditions conditions() {
    return new Conditions(sync.rollout().status(), sync.now());
  }

  private void note(String reason, String message) {
    var conditions = conditions();
    conditions.set(Conditions.PROGRESSING, new Conditions.Value("True", reason, message));
    sync.cluster().writeStatus(conditions.status().json());
    sync.reread();
  }
}
