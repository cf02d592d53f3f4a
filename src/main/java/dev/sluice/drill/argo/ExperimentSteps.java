package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.analysis.Phase;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.world.Resource;
import java.util.List;
import java.util.Optional;

/// Starts, follows and ends the Experiments of a Rollout.
final class ExperimentSteps {
  private static final String NOTED = "currentExperiment";

  private final Sync sync;
  private final List<ObjectNode> owned;
  private Optional<ObjectNode> current;

  ExperimentSteps(Sync sync) {
    this.sync = sync;
    this.owned =
        sync.cluster().world().list(Resource.EXPERIMENTS).stream()
            .filter(one -> Owners.controller(one).equals(sync.rollout().uid()))
            .toList();
    var noted = sync.before().json().at("/canary/" + NOTED).asText();
    this.current = owned.stream().filter(one -> name(one).equals(noted)).findFirst();
  }

  private static String name(JsonNode experiment) {
    return experiment.at("/metadata/name").asText();
  }

  private static Phase phase(JsonNode experiment) {
    return Phase.of(experiment.at("/status/phase").asText());
  }

  void reconcile() {
    if (sync.pauses().aborted() || sync.before().promotesFully()) {
      owned.forEach(this::cancel);
    } else if (sync.before().pausedSince(Pauses.INCONCLUSIVE).isEmpty()) {
      var asked = sync.step().filter(step -> step.experiment().isPresent());
      if (asked.isEmpty()) {
        tidy(Optional.empty());
      } else if (sync.sets().stable().isPresent()) {
        var experiment = current.orElseGet(this::begin);
        heed(experiment);
        tidy(Optional.of(experiment));
      }
    }
  }

  private ObjectNode begin() {
    var made = new ExperimentBirth(sync).of(sync.step().orElseThrow().experiment().orElseThrow());
    sync.cluster().event("ExperimentCreated", "Created Experiment '" + name(made) + "'");
    return made;
  }

  private void heed(ObjectNode experiment) {
    switch (phase(experiment)) {
      case INCONCLUSIVE -> sync.pauses().add(Pauses.INCONCLUSIVE_EXPERIMENT);
      case FAILED, ERROR -> {
        var message = experiment.at("/status/message").asText();
        sync.pauses()
            .abort(
                "Experiment analysis phase is error/failed"
                    + (message.isEmpty() ? "" : ": " + message));
      }
      case SUCCESSFUL -> {}
      case PENDING, RUNNING -> {
        current = Optional.of(experiment);
        sync.after().part("canary").put(NOTED, name(experiment));
      }
    }
  }

  private void cancel(ObjectNode experiment) {
    if (!phase(experiment).over() && !experiment.at("/spec/terminate").asBoolean()) {
      experiment.withObject("/spec").put("terminate", true);
      sync.cluster().world().update(Resource.EXPERIMENTS, experiment);
    }
  }

  /// Ends those of which nobody waits any more, and deletes those of versions that are gone.
  private void tidy(Optional<ObjectNode> kept) {
    for (var experiment : owned) {
      if (kept.filter(one -> name(one).equals(name(experiment))).isEmpty()) {
        cancel(experiment);
        var hash = experiment.at("/metadata/labels/rollouts-pod-template-hash").asText();
        if (sync.sets().byHash(hash).isEmpty()) {
          sync.cluster()
              .world()
              .delete(Resource.EXPERIMENTS, sync.rollout().namespace(), name(experiment));
        }
      }
    }
  }

  boolean succeeded() {
    return current.filter(one -> phase(one) == Phase.SUCCESSFUL).isPresent();
  }
}
