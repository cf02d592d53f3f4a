package dev.sluice.drill.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Refusal;
import java.util.Map;
import java.util.Optional;

/// Kubernetes' own patch, as `kubectl patch` sends it for built-in kinds: like a merge patch, but
/// the elements of well-known lists are merged by their key.
public final class StrategicMerge {
  private static final Map<String, String> KEYS =
      Map.of(
          "containers", "name",
          "initContainers", "name",
          "env", "name",
          "volumes", "name",
          "volumeMounts", "mountPath",
          "ports", "port",
          "conditions", "type",
          "ownerReferences", "uid");

  private static final String DIRECTIVE = "$patch";

  private StrategicMerge() {}

  /// Applies a patch.
  ///
  /// @param object is changed in place
  public static ObjectNode apply(ObjectNode object, JsonNode patch) {
    if (!patch.isObject()) {
      throw new Refusal(400, "BadRequest", "a strategic merge patch is a JSON object");
    }
    merge(object, patch);
    return object;
  }

  private static void merge(ObjectNode object, JsonNode patch) {
    for (var field : patch.properties()) {
      var name = field.getKey();
      switch (field.getValue()) {
        case ObjectNode value -> mergeObject(object, name, value);
        case ArrayNode value -> mergeList(object, name, value);
        case JsonNode value when value.isNull() -> object.remove(name);
        case JsonNode value -> object.set(name, value.deepCopy());
      }
    }
  }

  private static void mergeObject(ObjectNode object, String name, ObjectNode value) {
    boolean replace = value.path(DIRECTIVE).asText().equals("replace");
    var inner =
        !replace && object.get(name) instanceof ObjectNode there ? there : object.putObject(name);
    merge(inner, value.deepCopy().without(DIRECTIVE));
  }

  private static void mergeList(ObjectNode object, String name, ArrayNode value) {
    var key = key(name, value);
    if (key.isEmpty()) {
      object.set(name, value.deepCopy());
      return;
    }
    var list = object.get(name) instanceof ArrayNode there ? there : object.putArray(name);
    value.forEach(element -> mergeElement(list, key.get(), element));
  }

  private static void mergeElement(ArrayNode list, String key, JsonNode element) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path(key).equals(element.path(key))) {
        if (element.path(DIRECTIVE).asText().equals("delete")) {
          list.remove(i);
        } else if (list.get(i) instanceof ObjectNode there) {
          merge(there, element);
        }
        return;
      }
    }
    if (!element.has(DIRECTIVE)) {
      list.add(element.deepCopy());
    }
  }

  /// A container's ports go by another name than a Service's.
  private static Optional<String> key(String name, ArrayNode value) {
    boolean container = value.valueStream().anyMatch(one -> one.has("containerPort"));
    var key = name.equals("ports") && container ? "containerPort" : KEYS.get(name);
    return Optional.ofNullable(key)
        .filter(known -> value.valueStream().allMatch(one -> one.has(known)));
  }
}
