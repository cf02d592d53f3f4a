package dev.sluice.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The JSON Schema of policy documents, made of the same terms that read them.
public final class PolicySchema {

  private PolicySchema() {}

  /// As a tree of maps, lists, texts, numbers and flags.
  public static Map<String, Object> tree() {
    var below = Outline.ALL.schema();
    var properties = new LinkedHashMap<String, Object>();
    properties.put("apiVersion", Map.of("const", Outline.VERSION));
    properties.put("kind", Map.of("const", Outline.KIND));
    if (below.get("properties") instanceof Map<?, ?> terms) {
      terms.forEach((name, schema) -> properties.put(String.valueOf(name), schema));
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://sluice.dev/schema/policy-v1.schema.json");
    schema.put("title", "Sluice policy");
    schema.putAll(below);
    schema.put("properties", properties);
    schema.put("required", List.of("apiVersion", "kind"));
    return schema;
  }
}
