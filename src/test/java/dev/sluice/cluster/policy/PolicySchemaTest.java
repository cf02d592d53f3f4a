package dev.sluice.cluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.cli.Renderer;
import dev.sluice.export.Documents;
import dev.sluice.policy.PolicySchema;
import dev.sluice.policy.Sketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published schema and the reader say the same.
class PolicySchemaTest {
  private static final Path PUBLISHED = Path.of("assets/schema/policy-v1.schema.json");
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final YAMLMapper YAML = YAMLMapper.builder().build();
  private static final String HEAD = "apiVersion: sluice.dev/v1\nkind: Policy\n";

  private final JsonNode schema = read();

  @Test
  void thePublishedSchemaIsTheOneTheReaderFollows() throws IOException {
    var made = new Documents().render(PolicySchema.tree(), Renderer.Form.JSON);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/policy-v1.schema.json"), made);
    assertThat(JSON.readTree(made))
        .as("copy target/policy-v1.schema.json to %s", PUBLISHED)
        .isEqualTo(schema);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "slo: {objective: 99.9%}",
        "slo: {objective: 0.5}",
        "slo: {objective: 101%}",
        "slo: {objective: 1.5}",
        "slo: {objective: soon}",
        "slo: {window: 1h30m}",
        "slo: {window: 90}",
        "slo: {window: m}",
        "slo: {latency: {within: 5ms}}",
        "slo: {latency: 5}",
        "slo: {objektive: 1%}",
        "slo: []",
        "gates: {tests: {required: true, atLeast: 3}}",
        "gates: {tests: {atLeast: 0}}",
        "gates: {tests: {atLeast: 1.5}}",
        "gates: {tests: {required: 1}}",
        "gates: {vulnerabilities: {from: high}}",
        "gates: {vulnerabilities: {from: huge}}",
        "stages: [{weight: 100, soak: 1m}]",
        "stages: [{weight: 100%, soak: 1m, notWorseThan: 1.2}]",
        "stages: [{weight: 100, soak: 1m, notWorseThan: 1}]",
        "stages: [{weight: 100}]",
        "stages: [{weight: 100, soak: 1m, more: 1}]",
        "stages: {}",
        "approvals: {from: [alice]}",
        "approvals: {from: [a b]}",
        "approvals: {needed: 11}",
        "links: {runbook: https://example.com/a}",
        "links: {runbook: ftp://example.com}",
        "links: {dashboards: [{name: a, url: http://b}]}",
        "freezes: {weekly: [{reason: a, days: [friday], from: '16:00', to: '18:00', zone: UTC}]}",
        "freezes: {weekly: [{reason: a, days: [fr], from: '16:00', to: '18:00', zone: UTC}]}",
        "metrics: {preset: otel, scrapeInterval: 15s}",
        "metrics: {preset: vendor}",
        "colour: red",
      })
  void whatTheSchemaRefusesTheReaderRefusesAndTheOtherWayRound(String body) throws IOException {
    var text = HEAD + body;
    boolean valid = valid(schema, YAML.readTree(text));
    assertThat(new YamlPolicies().document("p", text).usable()).isEqualTo(valid);
  }

  @Test
  void aSketchIsReadWithoutMistakesAndSaysNothingNew() throws IOException {
    var text = new Sketch(List.of("head"), Map.of()).text();
    assertThat(new YamlPolicies().document("p", text).mistakes()).isEmpty();
    assertThat(valid(schema, YAML.readTree(text))).isTrue();
  }

  /// As much of JSON Schema as the published one uses.
  private static boolean valid(JsonNode schema, JsonNode value) {
    if (schema.has("const")) {
      return schema.get("const").equals(value);
    }
    return typed(schema.get("type"), value)
        && (!value.isTextual()
            || !schema.has("pattern")
            || Pattern.compile(schema.get("pattern").asText()).matcher(value.asText()).find())
        && (!value.isNumber()
            || !schema.has("minimum")
            || (value.decimalValue().compareTo(schema.get("minimum").decimalValue()) >= 0
                && value.decimalValue().compareTo(schema.get("maximum").decimalValue()) <= 0))
        && (!value.isArray()
            || (value.size() <= schema.get("maxItems").asInt()
                && all(value).allMatch(item -> valid(schema.get("items"), item))))
        && (!value.isObject() || fields(schema, value));
  }

  private static boolean fields(JsonNode schema, JsonNode value) {
    var properties = schema.get("properties");
    boolean needed =
        !schema.has("required")
            || all(schema.get("required")).allMatch(name -> value.has(name.asText()));
    return needed
        && value.properties().stream()
            .allMatch(field ->
                properties.has(field.getKey())
                    && valid(properties.get(field.getKey()), field.getValue()));
  }

  private static boolean typed(JsonNode type, JsonNode value) {
    return type.isArray()
        ? all(type).anyMatch(one -> typed(one, value))
        : switch (type.asText()) {
          case "string" -> value.isTextual();
          case "number" -> value.isNumber();
          case "integer" -> value.isIntegralNumber();
          case "boolean" -> value.isBoolean();
          case "array" -> value.isArray();
          case "object" -> value.isObject();
          default -> throw new IllegalStateException(type.asText());
        };
  }

  private static java.util.stream.Stream<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read() {
    try {
      return Files.exists(PUBLISHED) ? JSON.readTree(PUBLISHED.toFile()) : JSON.createObjectNode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
