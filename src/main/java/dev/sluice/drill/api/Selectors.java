package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Label and field selectors.
final class Selectors {
  /// `key in (a,b)`, `key notin (a,b)`, `key=a`, `key==a`, `key!=a`, `key`, `!key`.
  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "\\s*(?:(!)\\s*)?([\\w./-]+)\\s*"
              + "(?:(==|=|!=)\\s*([\\w.-]*)|\\s(in|notin)\\s*\\(([^)]*)\\))?\\s*");

  private static final Set<String> EVERYWHERE = Set.of("metadata.name", "metadata.namespace");

  private static final Map<Resource, Set<String>> FIELDS =
      Map.of(
          Resource.PODS,
          Set.of("status.phase", "spec.nodeName", "spec.restartPolicy", "status.podIP"),
          Resource.EVENTS,
          Set.of(
              "involvedObject.kind",
              "involvedObject.namespace",
              "involvedObject.name",
              "involvedObject.uid",
              "involvedObject.apiVersion",
              "involvedObject.resourceVersion",
              "involvedObject.fieldPath",
              "reason",
              "reportingComponent",
              "source",
              "type"),
          Resource.REPLICA_SETS,
          Set.of("status.replicas"),
          Resource.NAMESPACES,
          Set.of("status.phase"));

  private Selectors() {}

  /// Which objects a request means, by its path and both selectors.
  static Predicate<ObjectNode> of(Call call, Target target) {
    return place(target)
        .and(labels(call.parameter("labelSelector")))
        .and(fields(call.parameter("fieldSelector"), target.resource()));
  }

  private static Predicate<ObjectNode> place(Target target) {
    return target.namespace().isEmpty()
        ? _ -> true
        : object -> object.at("/metadata/namespace").asText().equals(target.place());
  }

  static Predicate<ObjectNode> labels(String selector) {
    if (selector.isBlank()) {
      return _ -> true;
    }
    return Arrays.stream(selector.split(",(?![^(]*\\))"))
        .map(part -> label(part, selector))
        .reduce(Predicate::and)
        .orElseThrow();
  }

  private static Predicate<ObjectNode> label(String part, String whole) {
    var found = REQUIREMENT.matcher(part);
    if (!found.matches()) {
      throw new Refusal(400, "BadRequest", "unable to parse requirement: found '" + whole + "'");
    }
    var key = found.group(2);
    if (found.group(1) != null) {
      return object -> !labels(object).has(key);
    }
    if (found.group(3) != null) {
      boolean wanted = !found.group(3).equals("!=");
      return object -> labels(object).path(key).asText("\0").equals(found.group(4)) == wanted;
    }
    if (found.group(5) != null) {
      boolean wanted = found.group(5).equals("in");
      var values =
          Arrays.stream(found.group(6).split(",", -1))
              .map(String::strip)
              .collect(Collectors.toSet());
      return object -> values.contains(labels(object).path(key).asText("\0")) == wanted;
    }
    return object -> labels(object).has(key);
  }

  private static JsonNode labels(ObjectNode object) {
    return object.path("metadata").path("labels");
  }

  private static Predicate<ObjectNode> fields(String selector, Resource resource) {
    return Arrays.stream(selector.split(","))
        .filter(part -> !part.isBlank())
        .map(part -> field(part.strip(), resource))
        .reduce(_ -> true, Predicate::and);
  }

  private static Predicate<ObjectNode> field(String part, Resource resource) {
    boolean wanted = !part.contains("!=");
    var pair = part.split("!=|==|=", 2);
    var known = FIELDS.getOrDefault(resource, Set.of());
    if (pair.length < 2) {
      throw new Refusal(
          400, "BadRequest", "invalid selector: '" + part + "'; can't understand '" + part + "'");
    }
    if (!EVERYWHERE.contains(pair[0]) && !known.contains(pair[0])) {
      throw new Refusal(400, "BadRequest", "field label not supported: " + pair[0]);
    }
    var pointer = pair[0].equals("source") ? "/source/component" : "/" + pair[0].replace('.', '/');
    return object -> object.at(pointer).asText().equals(pair[1]) == wanted;
  }
}
