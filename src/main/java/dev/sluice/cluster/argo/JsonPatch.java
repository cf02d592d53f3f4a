package dev.sluice.cluster.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;

/// A JSON Patch (RFC 6902) being written: first what must hold, then what changes.
final class JsonPatch {
  static final String CONTENT_TYPE = "application/json-patch+json";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final ArrayNode operations = JSON.arrayNode();

  JsonPatch test(String path, String value) {
    return operation("test", path, JSON.textNode(value));
  }

  JsonPatch test(String path, long value) {
    return operation("test", path, JSON.numberNode(value));
  }

  JsonPatch test(String path, boolean value) {
    return operation("test", path, JSON.booleanNode(value));
  }

  /// An absent field equals null.
  JsonPatch test(String path, Optional<String> value) {
    return operation("test", path, value.<JsonNode>map(JSON::textNode).orElseGet(JSON::nullNode));
  }

  JsonPatch test(String path, OptionalInt value) {
    return operation(
        "test", path, value.isPresent() ? JSON.numberNode(value.getAsInt()) : JSON.nullNode());
  }

  /// Sets a member, whether or not it is there.
  JsonPatch add(String path, boolean value) {
    return operation("add", path, JSON.booleanNode(value));
  }

  JsonPatch add(String path, int value) {
    return operation("add", path, JSON.numberNode(value));
  }

  JsonPatch add(String path, String value) {
    return operation("add", path, JSON.textNode(value));
  }

  JsonPatch replace(String path, JsonNode value) {
    return operation("replace", path, value);
  }

  /// Fails when the member is not there.
  JsonPatch remove(String path) {
    operation("remove", path);
    return this;
  }

  /// The body to send.
  String text() {
    return operations.toString();
  }

  private JsonPatch operation(String op, String path, JsonNode value) {
    operation(op, path).set("value", value);
    return this;
  }

  private ObjectNode operation(String op, String path) {
    return operations.addObject().put("op", op).put("path", path);
  }
}
