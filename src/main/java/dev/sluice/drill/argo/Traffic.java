package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Canary;
import dev.sluice.drill.argo.model.ReplicaSet;
import java.util.Optional;

/// Splits the traffic of a canary behind a router.
final class Traffic {
  private final Sync sync;
  private final Sizes sizes;
  private final DynamicScale dynamic;
  private final Services services;
  private final Ingresses ingresses;

  Traffic(Sync sync, Services services) {
    this.sync = sync;
    this.sizes = new Sizes(sync);
    this.dynamic = new DynamicScale(sync);
    this.services = services;
    this.ingresses = new Ingresses(sync);
  }

  void split() {
    var canary = sync.rollout().canary();
    if (!canary.routed()) {
      sync.after().part("canary").remove("weights");
      return;
    }
    int weight = weight(canary);
    if (!stableCarries(canary.fullWeight() - weight, canary.fullWeight())) {
      return;
    }
    ingresses.weight(weight);
    note(weights(canary, weight));
  }

  private int weight(Canary canary) {
    var before = sync.before();
    if (dynamic.turnedFrom().isPresent()) {
      return dynamic.weightBack(sizes.aim());
    }
    if (before.promoted()) {
      return 0;
    }
    if (sync.pauses().aborted()) {
      return aborted(canary);
    }
    boolean up = sync.sets().current().filter(set -> set.available() > 0).isPresent();
    if (!up) {
      return 0;
    }
    if (before.promotesFully()) {
      return promotedFully(canary);
    }
    return sync.steps().isEmpty() ? 0 : stepWeight(canary);
  }

  private int aborted(Canary canary) {
    int weight = canary.dynamic() ? dynamic.weightBack(sizes.aim()) : 0;
    if (weight == 0) {
      services.follow(canary.canaryService(), sync.sets().stable(), false);
    }
    return weight;
  }

  private int promotedFully(Canary canary) {
    return canary.dynamic()
        ? canary.fullWeight() * sync.sets().made().available() / canary.replicas()
        : sync.before().weights().at("/canary/weight").asInt();
  }

  /// The step's own weight only once its pods are there.
  private int stepWeight(Canary canary) {
    if (!sizes.reached(MissingNode.getInstance())) {
      return sizes.weightBefore(sync.stepIndex());
    }
    return sync.step().isPresent() ? sizes.setWeight() : canary.fullWeight();
  }

  private boolean stableCarries(int weight, int full) {
    var stable = sync.sets().stable();
    return stable
        .filter(set -> set.available() >= weight * sync.rollout().replicas() / full)
        .isPresent();
  }

  private ObjectNode weights(Canary canary, int weight) {
    var weights = JsonNodeFactory.instance.objectNode();
    var hash = dynamic.turnedFrom().or(() -> sync.sets().current().map(ReplicaSet::hash));
    destination(weights.putObject("canary"), hash, canary.canaryService(), weight);
    destination(
        weights.putObject("stable"),
        sync.sets().stable().map(ReplicaSet::hash),
        canary.stableService(),
        canary.fullWeight() - weight);
    return weights;
  }

  private static void destination(
      ObjectNode destination, Optional<String> hash, String service, int weight) {
    destination.put("weight", weight);
    hash.ifPresent(found -> destination.put("podTemplateHash", found));
    destination.put("serviceName", service);
  }

  private void note(ObjectNode weights) {
    var before = sync.before().weights();
    if (weights.equals(before)) {
      return;
    }
    sync.after().part("canary").set("weights", weights);
    int from = before.at("/canary/weight").asInt();
    int to = weights.at("/canary/weight").asInt();
    var how = from == to ? "" : "from %d to %d".formatted(from, to);
    sync.cluster()
        .event(
            "TrafficWeightUpdated",
            "Traffic weight updated " + (before.isMissingNode() ? "to " + to : how));
  }
}
