package dev.sluice.drill.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.json.Sameness;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import java.util.List;
import java.util.Objects;

/// What the API server keeps in its own hands of every object.
final class Metadata {
  private static final List<String> FIXED =
      List.of("name", "namespace", "uid", "creationTimestamp", "generation", "deletionTimestamp");

  private Metadata() {}

  static ObjectNode of(ObjectNode object) {
    return object.get("metadata") instanceof ObjectNode metadata
        ? metadata
        : object.putObject("metadata");
  }

  static String resourceVersion(JsonNode object) {
    return object.path("metadata").path("resourceVersion").asText();
  }

  static String uid(JsonNode object) {
    return object.path("metadata").path("uid").asText();
  }

  /// Puts type and name, which a client may leave out, in order, and the fields in the order in
  /// which they are served.
  static ObjectNode typed(Resource resource, ObjectNode object) {
    var typed = object.objectNode();
    typed.put("apiVersion", resource.apiVersion()).put("kind", resource.kind());
    typed.setAll(object);
    typed.put("apiVersion", resource.apiVersion()).put("kind", resource.kind());
    return typed;
  }

  /// Whatever the writer says of them, these stay as they are.
  static void keep(ObjectNode before, ObjectNode after) {
    var from = of(before);
    var to = of(after);
    for (var field : FIXED) {
      if (from.has(field)) {
        to.set(field, from.get(field).deepCopy());
      } else {
        to.remove(field);
      }
    }
    to.set("resourceVersion", from.get("resourceVersion"));
  }

  /// @throws Refusal when the writer meant another object of the same name
  static void sameObject(Resource resource, ObjectNode before, ObjectNode after) {
    var meant = uid(after);
    if (!meant.isEmpty() && !meant.equals(uid(before))) {
      throw new Refusal(
          422,
          "Invalid",
          "%s%s \"%s\" is invalid: metadata.uid: Invalid value: \"%s\": field is immutable"
              .formatted(
                  resource.kind(),
                  resource.group().isEmpty() ? "" : "." + resource.group(),
                  Key.of(before).name(),
                  meant));
    }
  }

  static void raiseGeneration(ObjectNode before, ObjectNode after) {
    if (of(before).has("generation") && !Sameness.of(wish(before), wish(after))) {
      of(after).put("generation", of(before).path("generation").asLong() + 1);
    }
  }

  /// An object without what the cluster reports of it.
  private static ObjectNode wish(ObjectNode object) {
    var wish = object.objectNode();
    object.properties().stream()
        .filter(field -> !field.getKey().equals("metadata") && !field.getKey().equals("status"))
        .forEach(field -> wish.set(field.getKey(), field.getValue()));
    return wish;
  }

  /// Takes the status of one for the other.
  static void status(ObjectNode from, ObjectNode to) {
    if (from.has("status")) {
      to.set("status", Objects.requireNonNull(from.get("status")).deepCopy());
    } else {
      to.remove("status");
    }
  }

  static boolean ownedOnlyBy(String uid, JsonNode object) {
    var owners = object.path("metadata").path("ownerReferences");
    return owners.valueStream().anyMatch(o -> o.path("uid").asText().equals(uid))
        && owners.size() == 1;
  }
}
