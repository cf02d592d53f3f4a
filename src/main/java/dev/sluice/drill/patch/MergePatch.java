package dev.sluice.drill.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Refusal;

/// JSON Merge Patch (RFC 7386): null takes away, objects merge, everything else is replaced.
public final class MergePatch {

  private MergePatch() {}

  /// Applies a patch.
  ///
  /// @param object is changed in place
  public static ObjectNode apply(ObjectNode object, JsonNode patch) {
    if (!patch.isObject()) {
      throw new Refusal(400, "BadRequest", "a merge patch is a JSON object");
    }
    merge(object, patch);
    return object;
  }

  private static void merge(ObjectNode object, JsonNode patch) {
    for (var field : patch.properties()) {
      var name = field.getKey();
      switch (field.getValue()) {
        case ObjectNode value -> {
          var inner = object.get(name) instanceof ObjectNode there ? there : object.putObject(name);
          merge(inner, value);
        }
        case JsonNode value when value.isNull() -> object.remove(name);
        case JsonNode value -> object.set(name, value.deepCopy());
      }
    }
  }
}
