package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Rollout;
import dev.sluice.drill.world.Resource;
import java.util.Optional;

/// Finds the Deployment in which the template of a Rollout stands.
final class Workloads {
  private final Cluster cluster;
  private final Rollout rollout;

  Workloads(Cluster cluster, Rollout rollout) {
    this.cluster = cluster;
    this.rollout = rollout;
  }

  /// Reads the template, and notes on the Rollout which generation it is of.
  ///
  /// @return what is wrong with the reference
  Optional<String> resolve() {
    var ref = rollout.workloadRef();
    if (ref.isEmpty()) {
      return Optional.empty();
    }
    var name = ref.get().path("name").asText();
    if (!ref.get().path("kind").asText().equals("Deployment")) {
      return Optional.of(
          "spec.workloadRef.kind: a workload other than a Deployment is not played in the drill");
    }
    var found = cluster.world().get(Resource.DEPLOYMENTS, rollout.namespace(), name);
    if (found.isEmpty()) {
      return Optional.of(
          "spec.workloadRef.name: Invalid value: \"%s\": deployments.apps \"%s\" not found"
              .formatted(name, name));
    }
    rollout.resolved(found.get());
    note(found.get());
    return Optional.empty();
  }

  private void note(ObjectNode deployment) {
    var generation = deployment.at("/metadata/generation").asText();
    if (!rollout.annotations().path(Rollout.WORKLOAD_GENERATION).asText().equals(generation)) {
      var changed = rollout.copy();
      changed
          .withObject("/metadata")
          .withObject("/annotations")
          .put(Rollout.WORKLOAD_GENERATION, generation);
      cluster.write(changed);
    }
  }
}
