package dev.sluice.drill.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.json.Sameness;
import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.Pods;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keeps as many pods as each ReplicaSet wants, and counts those that are ready and available.
public final class ReplicaSets implements Controller {
  private static final String[] NODES = {"node-a", "node-b", "node-c"};

  /// Those that do least good go first: not ready ones, then the youngest.
  private static final Comparator<ObjectNode> DISPENSABLE =
      Comparator.<ObjectNode, Boolean>comparing(pod -> readySince(pod).isPresent())
          .thenComparing(pod -> pod.at("/metadata/creationTimestamp").asText(), reversed())
          .thenComparing(pod -> pod.at("/metadata/name").asText());

  private final World world;

  public ReplicaSets(World world) {
    this.world = world;
  }

  private static Comparator<String> reversed() {
    return Comparator.reverseOrder();
  }

  @Override
  public Optional<Instant> reconcile() {
    var owned =
        world.list(Resource.PODS).stream()
            .collect(
                Collectors.groupingBy(pod -> pod.at("/metadata/ownerReferences/0/uid").asText()));
    return world.list(Resource.REPLICA_SETS).stream()
        .map(set -> reconcile(set, owned.getOrDefault(set.at("/metadata/uid").asText(), List.of())))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> reconcile(ObjectNode set, List<ObjectNode> pods) {
    int wanted = set.at("/spec/replicas").asInt(1);
    for (int i = pods.size(); i < wanted; i++) {
      world.create(Resource.PODS, pod(set, i));
    }
    pods.stream()
        .sorted(DISPENSABLE)
        .limit(Math.max(0, pods.size() - wanted))
        .forEach(pod ->
            world.delete(
                Resource.PODS,
                pod.at("/metadata/namespace").asText(),
                pod.at("/metadata/name").asText()));
    return report(set, pods);
  }

  private Optional<Instant> report(ObjectNode set, List<ObjectNode> pods) {
    long patience = set.at("/spec/minReadySeconds").asLong();
    var now = world.now();
    List<Instant> available =
        pods.stream()
            .flatMap(pod -> readySince(pod).stream())
            .map(since -> since.plusSeconds(patience))
            .toList();
    var status = set.objectNode();
    status.put("replicas", pods.size());
    if (!pods.isEmpty()) {
      status.put("fullyLabeledReplicas", pods.size());
    }
    count(status, "readyReplicas", available.size());
    count(
        status, "availableReplicas", available.stream().filter(from -> !from.isAfter(now)).count());
    status.put("observedGeneration", set.at("/metadata/generation").asLong());
    if (!Sameness.of(status, set.path("status"))) {
      set.set("status", status);
      world.updateStatus(Resource.REPLICA_SETS, set);
    }
    return available.stream().filter(from -> from.isAfter(now)).min(Comparator.naturalOrder());
  }

  /// A real controller leaves a zero out.
  private static void count(ObjectNode status, String field, long count) {
    if (count > 0) {
      status.put(field, count);
    }
  }

  private static Optional<Instant> readySince(JsonNode pod) {
    return Pods.readiness(pod)
        .map(condition -> Instant.parse(condition.path("lastTransitionTime").asText()));
  }

  private static ObjectNode pod(ObjectNode set, int index) {
    var pod = set.objectNode();
    var metadata = pod.putObject("metadata");
    if (set.at("/spec/template/metadata") instanceof ObjectNode given) {
      metadata.setAll(given.deepCopy());
    }
    metadata.put("namespace", set.at("/metadata/namespace").asText());
    metadata.put("generateName", set.at("/metadata/name").asText() + "-");
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", Resource.REPLICA_SETS.apiVersion())
        .put("kind", Resource.REPLICA_SETS.kind())
        .put("name", set.at("/metadata/name").asText())
        .put("uid", set.at("/metadata/uid").asText())
        .put("controller", true)
        .put("blockOwnerDeletion", true);
    var spec = pod.putObject("spec");
    if (set.at("/spec/template/spec") instanceof ObjectNode given) {
      spec.setAll(given.deepCopy());
    }
    if (!spec.hasNonNull("nodeName")) {
      spec.put("nodeName", NODES[index % NODES.length]);
    }
    return pod;
  }
}
