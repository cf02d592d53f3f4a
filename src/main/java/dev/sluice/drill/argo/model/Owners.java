package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.drill.world.Resource;

/// Marks and tells what belongs to a Rollout.
public final class Owners {
  private Owners() {}

  /// As an object's `ownerReferences` name the Rollout.
  public static ArrayNode of(Rollout rollout) {
    var owners = JsonNodeFactory.instance.arrayNode();
    owners
        .addObject()
        .put("apiVersion", Resource.ROLLOUTS.apiVersion())
        .put("kind", Resource.ROLLOUTS.kind())
        .put("name", rollout.name())
        .put("uid", rollout.uid())
        .put("controller", true)
        .put("blockOwnerDeletion", true);
    return owners;
  }

  /// The uid of what controls an object; empty for nothing.
  public static String controller(JsonNode object) {
    return object
        .at("/metadata/ownerReferences")
        .valueStream()
        .filter(owner -> owner.path("controller").asBoolean())
        .map(owner -> owner.path("uid").asText())
        .findFirst()
        .orElse("");
  }
}
