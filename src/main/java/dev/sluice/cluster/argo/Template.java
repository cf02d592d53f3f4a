package dev.sluice.cluster.argo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cluster.argo.objects.Rollout;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The pod template of an earlier revision, as its manifest had it: what the controller put into
/// the ReplicaSet is taken out again. Left in, it would make a third revision of it.
final class Template {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INJECTED = "rollout.argoproj.io/ephemeral-metadata";
  private static final Set<String> KINDS = Set.of("labels", "annotations");
  private static final Set<String> STRENGTHS =
      Set.of(
          "requiredDuringSchedulingIgnoredDuringExecution",
          "preferredDuringSchedulingIgnoredDuringExecution");

  private Template() {}

  /// The template of that ReplicaSet; the argument is left as it is.
  static JsonNode of(JsonNode replicaSet) throws JsonProcessingException {
    JsonNode template = replicaSet.at("/spec/template").deepCopy();
    remove(template.at("/metadata"), "labels", Set.of(Rollout.HASH));
    var injected = replicaSet.at("/metadata/annotations").path(INJECTED).asText("{}");
    var metadata = JSON.readTree(injected);
    for (var kind : KINDS) {
      var names = metadata.path(kind).propertyStream().map(e -> e.getKey()).toList();
      remove(template.at("/metadata"), kind, names);
    }
    separate(template.path("spec"));
    return template;
  }

  private static void remove(JsonNode metadata, String kind, Iterable<String> names) {
    if (metadata.path(kind) instanceof ObjectNode values) {
      names.forEach(values::remove);
      drop(metadata, kind);
    }
  }

  /// Takes out the rule that keeps a canary's pods away from the stable ones (`antiAffinity`).
  private static void separate(JsonNode spec) {
    var rules = spec.at("/affinity/podAntiAffinity");
    for (var strength : STRENGTHS) {
      var all = rules.path(strength).elements();
      boolean changed = false;
      while (all.hasNext()) {
        if (aboutRevisions(all.next())) {
          all.remove();
          changed = true;
        }
      }
      if (changed) {
        drop(rules, strength);
        drop(spec.path("affinity"), "podAntiAffinity");
        drop(spec, "affinity");
      }
    }
  }

  private static boolean aboutRevisions(JsonNode rule) {
    return Stream.of(rule, rule.path("podAffinityTerm"))
        .map(term -> term.at("/labelSelector/matchExpressions"))
        .flatMap(JsonNode::valueStream)
        .anyMatch(expression -> expression.path("key").asText().equals(Rollout.HASH));
  }

  private static void drop(JsonNode parent, String field) {
    if (parent instanceof ObjectNode object && object.path(field).isEmpty()) {
      object.remove(List.of(field));
    }
  }
}
