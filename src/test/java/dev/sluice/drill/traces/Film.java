package dev.sluice.drill.traces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The values that each main field takes one after the other, none twice in a row.
final class Film {
  private final Map<String, List<String>> values = new TreeMap<>();

  /// Of all pod hashes it saw, those that are gone too.
  private final Map<String, String> versions = new TreeMap<>();

  /// An object as a watch brings it.
  synchronized void saw(JsonNode object) {
    switch (object.path("kind").asText()) {
      case "Rollout" ->
          Frames.rollout(object)
              .properties()
              .forEach(field -> add(field.getKey(), text(field.getValue())));
      case "ReplicaSet" -> pods(object);
      case "Experiment" ->
          add(
              "experiment " + object.at("/metadata/name").asText(),
              object.at("/status/phase").asText());
      case "Service" ->
          add(
              "selector of " + object.at("/metadata/name").asText(),
              object.at("/spec/selector").path(Seen.HASH).asText());
      default -> {}
    }
  }

  /// A Deployment's own have no such label.
  private void pods(JsonNode set) {
    var hash = set.at("/metadata/labels").path(Seen.HASH).asText();
    if (!hash.isEmpty()) {
      versions.put(hash, Seen.version(set));
      add("pods of " + hash, set.at("/spec/replicas").asText());
    }
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  private void add(String field, String value) {
    var list = values.computeIfAbsent(field, _ -> new ArrayList<>());
    if (list.isEmpty() || !list.getLast().equals(value)) {
      list.add(value);
    }
  }

  /// What was filmed since the last cut; the next part begins with the values that stand now.
  synchronized ObjectNode cut() {
    var film = JsonNodeFactory.instance.objectNode();
    values.forEach((field, list) -> {
      if (list.size() > 1) {
        var out = film.putArray(field);
        list.forEach(out::add);
      }
      list.subList(0, list.size() - 1).clear();
    });
    return Seen.symbols(film, versions);
  }
}
