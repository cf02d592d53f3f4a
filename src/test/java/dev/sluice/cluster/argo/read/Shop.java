package dev.sluice.cluster.argo.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cluster.fake.FakeApi;
import java.util.List;
import java.util.Optional;

/// Puts a scenario's objects into the fake API server, under names of its own.
///
/// @param watched the namespace that is watched there; empty for all
record Shop(FakeApi server, Optional<String> watched) {
  private static final String ARGO = "/apis/argoproj.io/v1alpha1";

  static String path(String kind, Optional<String> namespace) {
    var group =
        switch (kind) {
          case "Rollout", "AnalysisRun", "Experiment" -> ARGO;
          case "ReplicaSet" -> "/apis/apps/v1";
          case "HorizontalPodAutoscaler" -> "/apis/autoscaling/v2";
          default -> "/api/v1";
        };
    var plural = kind.toLowerCase(java.util.Locale.ROOT) + "s";
    return group + namespace.map(n -> "/namespaces/" + n).orElse("") + "/" + plural;
  }

  String path(String kind) {
    return path(kind, watched);
  }

  /// All objects of that scenario as the release `namespace/name`.
  void deploy(String scenario, String namespace, String name) {
    Fixture.named(scenario).objects().forEach(object -> put(named(object, namespace, name)));
  }

  void put(ObjectNode object) {
    server.put(path(object.path("kind").asText()), object);
  }

  /// The scenario's rollout by that name, to be changed and put again.
  static ObjectNode rollout(String scenario, String namespace, String name) {
    return objects(scenario, "Rollout", namespace, name).getLast();
  }

  static List<ObjectNode> objects(String scenario, String kind, String namespace, String name) {
    return Fixture.named(scenario).objects().stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .map(object -> named(object, namespace, name))
        .toList();
  }

  private static ObjectNode named(JsonNode object, String namespace, String name) {
    var copy = (ObjectNode) object.deepCopy();
    var metadata = (ObjectNode) copy.get("metadata");
    metadata.put("namespace", namespace);
    metadata.put("name", metadata.path("name").asText().replace("checkout", name));
    metadata.put("uid", uid(metadata.path("uid").asText(), namespace, name));
    metadata
        .path("ownerReferences")
        .forEach(owner ->
            ((ObjectNode) owner).put("uid", uid(owner.path("uid").asText(), namespace, name)));
    return copy;
  }

  private static String uid(String uid, String namespace, String name) {
    return uid + "-" + namespace + "-" + name;
  }

  static String uid(ObjectNode object) {
    return object.path("metadata").path("uid").asText();
  }
}
