package dev.sluice.drill.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.json.Sameness;
import dev.sluice.drill.world.Refusal;

/// JSON Patch (RFC 6902) with the API server's peculiarities: a `test` with null holds where there
/// is nothing, a `replace` in an object puts what was not there, and an operation that cannot be
/// done ends the patch with 422.
public final class JsonPatch {
  private JsonPatch() {}

  /// Applies a patch, whole or not at all as far as the caller keeps nothing of a failed one.
  ///
  /// @param object is changed in place
  /// @throws PatchFailed when an operation cannot be done or a test fails
  /// @throws Refusal when this is no patch
  public static ObjectNode apply(ObjectNode object, JsonNode patch) {
    if (!patch.isArray()) {
      throw malformed();
    }
    patch.valueStream().forEach(operation -> one(object, operation));
    return object;
  }

  private static void one(ObjectNode object, JsonNode operation) {
    var path = pointer(operation, "path");
    switch (operation.path("op").asText()) {
      case "add" -> add(object, path, value(operation));
      case "remove" -> remove(object, path);
      case "replace" -> replace(object, path, value(operation));
      case "move" -> {
        var moved = existing(object, pointer(operation, "from")).deepCopy();
        remove(object, pointer(operation, "from"));
        add(object, path, moved);
      }
      case "copy" -> add(object, path, existing(object, pointer(operation, "from")).deepCopy());
      case "test" -> {
        container(object, path);
        test(object.at(path), value(operation));
      }
      default -> throw malformed();
    }
  }

  private static void test(JsonNode found, JsonNode expected) {
    boolean nothing = found.isMissingNode() || found.isNull();
    boolean holds = expected.isNull() ? nothing : Sameness.of(expected, found);
    if (!holds) {
      throw new PatchFailed();
    }
  }

  private static void replace(ObjectNode object, JsonPointer path, JsonNode value) {
    if (container(object, path).isArray()) {
      remove(object, path);
    }
    add(object, path, value);
  }

  private static JsonNode container(ObjectNode object, JsonPointer path) {
    var container = object.at(path.head());
    if (!container.isContainerNode()) {
      throw new PatchFailed();
    }
    return container;
  }

  private static void add(ObjectNode object, JsonPointer path, JsonNode value) {
    var name = path.last().getMatchingProperty();
    switch (object.at(path.head())) {
      case ObjectNode parent -> parent.set(name, value);
      case ArrayNode list when name.equals("-") -> list.add(value);
      case ArrayNode list -> list.insert(index(name, list.size()), value);
      default -> throw new PatchFailed();
    }
  }

  private static void remove(ObjectNode object, JsonPointer path) {
    existing(object, path);
    var name = path.last().getMatchingProperty();
    switch (object.at(path.head())) {
      case ObjectNode parent -> parent.remove(name);
      case ArrayNode list -> list.remove(index(name, list.size() - 1));
      default -> throw new PatchFailed();
    }
  }

  private static JsonNode existing(ObjectNode object, JsonPointer path) {
    var found = object.at(path);
    if (found instanceof MissingNode || path.matches()) {
      throw new PatchFailed();
    }
    return found;
  }

  private static int index(String name, int last) {
    if (!name.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(name) > last) {
      throw new PatchFailed();
    }
    return Integer.parseInt(name);
  }

  private static JsonNode value(JsonNode operation) {
    var value = operation.get("value");
    return value == null ? NullNode.instance : value.deepCopy();
  }

  private static JsonPointer pointer(JsonNode operation, String field) {
    try {
      var pointer = JsonPointer.compile(operation.path(field).asText());
      if (pointer.matches()) {
        throw malformed();
      }
      return pointer;
    } catch (IllegalArgumentException _) {
      throw malformed();
    }
  }

  private static Refusal malformed() {
    return new Refusal(400, "BadRequest", "the patch is no JSON Patch");
  }
}
