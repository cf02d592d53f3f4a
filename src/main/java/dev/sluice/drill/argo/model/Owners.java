package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.drill.world.Resource;

/// Marks and tells what belongs to what.
public final class Owners {
  private Owners() {}

  /// As an object's `ownerReferences` name the Rollout.
  public static ArrayNode of(Rollout rollout) {
    return of(Resource.ROLLOUTS, rollout.copy());
  }

  /// As an object's `ownerReferences` name what controls it.
  public static ArrayNode of(Resource resource, JsonNode owner) {
    var owners = JsonNodeFactory.instance.arrayNode();
    owners
        .addObject()
        .put("apiVersion", resource.apiVersion())
        .put("kind", resource.kind())
        .put("name", owner.at("/metadata/name").asText())
        .put("uid", owner.at("/metadata/uid").asText())
        .put("controller", true)
        .put("blockOwnerDeletion", true);
    return owners;
  }

  /// The uid of what controls an object; empty for nothing.
  public static String controller(JsonNode object) {
    return field(object, "uid");
  }

  /// Its name; empty for nothing.
  public static String name(JsonNode object) {
    return field(object, "name");
  }

  private static String field(JsonNode object, String field) {
    return object
        .at("/metadata/ownerReferences")
        .valueStream()
        .filter(owner -> owner.path("controller").asBoolean())
        .map(owner -> owner.path(field).asText())
        .findFirst()
        .orElse("");
  }
}
