package dev.sluice.drill.traces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cluster.api.ApiClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// What stands in the cluster about one Rollout, read through the API.
///
/// @param events their reasons and how often each was written
record Seen(
    JsonNode rollout,
    List<JsonNode> sets,
    Map<String, JsonNode> services,
    JsonNode ingress,
    List<JsonNode> experiments,
    Map<String, Integer> events) {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String HASH = "rollouts-pod-template-hash";
  private static final String TRIED_AS = "experiment.argoproj.io/template-name";

  static Seen of(ApiClient api, String name) {
    var app = "?labelSelector=app%3D" + name;
    var rollout = read(api, "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/" + name);
    var sets =
        items(read(api, "/apis/apps/v1/namespaces/shop/replicasets" + app)).stream()
            .filter(set -> set.at("/metadata/labels").has(HASH))
            .toList();
    var services = new TreeMap<String, JsonNode>();
    items(read(api, "/api/v1/namespaces/shop/services" + app))
        .forEach(service -> services.put(service.at("/metadata/name").asText(), service));
    var ingress =
        items(read(api, "/apis/networking.k8s.io/v1/namespaces/shop/ingresses")).stream()
            .filter(one -> one.at("/metadata/name").asText().equals(name + "-" + name + "-canary"))
            .findFirst()
            .orElse(JsonNodeFactory.instance.missingNode());
    var experiments =
        items(read(api, "/apis/argoproj.io/v1alpha1/namespaces/shop/experiments" + app));
    return new Seen(rollout, sets, services, ingress, experiments, events(api, name));
  }

  private static Map<String, Integer> events(ApiClient api, String name) {
    var reasons = new TreeMap<String, Integer>();
    items(read(api, "/api/v1/namespaces/shop/events")).stream()
        .filter(event -> event.at("/involvedObject/name").asText().equals(name))
        .filter(event -> event.at("/source/component").asText().equals("rollouts-controller"))
        .forEach(event ->
            reasons.merge(
                event.path("reason").asText(), event.path("count").asInt(1), Integer::sum));
    return reasons;
  }

  private static List<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.path("items").spliterator(), false).toList();
  }

  private static JsonNode read(ApiClient api, String path) {
    return api.get(path, JSON::readTree)
        .orElse(failure -> {
          throw new AssertionError(path + ": " + failure);
        });
  }

  JsonNode set(String version) {
    return sets.stream().filter(set -> version(set).equals(version)).findFirst().orElseThrow();
  }

  /// Of a ReplicaSet that an experiment made, with the name of its template there.
  static String version(JsonNode set) {
    var image = set.at("/spec/template/spec/containers/0/image").asText().replace("shop:", "");
    var template = set.at("/metadata/annotations").path(TRIED_AS).asText();
    return template.isEmpty() ? image : image + " as " + template;
  }

  /// Pod hashes and the versions they stand for.
  private Map<String, String> versions() {
    var versions = new TreeMap<String, String>();
    sets.forEach(set -> versions.put(set.at("/metadata/labels").path(HASH).asText(), version(set)));
    return versions;
  }

  /// Whether nothing is on its way: all pods are there, and the controller has seen the spec.
  boolean calm() {
    boolean observed =
        rollout
            .at("/metadata/generation")
            .asText()
            .equals(rollout.at("/status/observedGeneration").asText());
    boolean pausing =
        rollout.at("/status/controllerPause").asBoolean()
            && rollout.at("/status/pauseConditions").isEmpty();
    return observed
        && !pausing
        && !sets.isEmpty()
        && sets.stream()
            .allMatch(set ->
                set.at("/spec/replicas").asInt() == set.at("/status/replicas").asInt()
                    && set.at("/status/availableReplicas").asInt() == starting(set));
  }

  /// How many of its pods will be available: none where their node is not there.
  private static int starting(JsonNode set) {
    boolean stuck = set.at("/spec/template/spec/nodeName").asText().equals(Deed.NOWHERE);
    return stuck ? 0 : set.at("/spec/replicas").asInt();
  }

  /// Without hashes and times: what must be the same on any cluster.
  ObjectNode settled() {
    var out = JsonNodeFactory.instance.objectNode();
    var versions = versions();
    var status = rollout.path("status");
    out.setAll(Frames.rollout(rollout));
    for (var field :
        List.of(
            "replicas", "updatedReplicas", "readyReplicas", "availableReplicas", "HPAReplicas")) {
      out.put(field, status.path(field).asInt());
    }
    out.put(
        "revision",
        rollout.at("/metadata/annotations").path("rollout.argoproj.io/revision").asText());
    out.put("restarted", status.path("restartedAt").equals(rollout.at("/spec/restartAt")));
    conditions(out.putObject("conditions"));
    sets(out.putArray("sets"));
    var selected = out.putObject("services");
    services.forEach(
        (name, service) -> selected.put(name, service.at("/spec/selector").path(HASH).asText()));
    out.put(
        "ingress",
        ingress
            .at("/metadata/annotations")
            .path("nginx.ingress.kubernetes.io/canary-weight")
            .asText());
    if (!experiments.isEmpty()) {
      var tried = out.putArray("experiments");
      experiments.forEach(experiment -> tried.add(Frames.experiment(experiment)));
    }
    return symbols(out, versions);
  }

  private void conditions(ObjectNode out) {
    StreamSupport.stream(rollout.at("/status/conditions").spliterator(), false)
        .sorted(Comparator.comparing(condition -> condition.path("type").asText()))
        .forEach(condition ->
            out.put(
                condition.path("type").asText(),
                condition.path("status").asText()
                    + " "
                    + condition.path("reason").asText()
                    + ": "
                    + condition.path("message").asText()));
  }

  private void sets(ArrayNode out) {
    sets.stream()
        .sorted(Comparator.comparing(Seen::version))
        .forEach(set -> {
          var notes = set.at("/metadata/annotations");
          out.addObject()
              .put("version", version(set))
              .put("revision", notes.path("rollout.argoproj.io/revision").asText())
              .put("history", notes.path("rollout.argoproj.io/revision-history").asText())
              .put("desired", notes.path("rollout.argoproj.io/desired-replicas").asText())
              .put("goes", notes.has("scale-down-deadline"))
              .put("wanted", set.at("/spec/replicas").asInt())
              .put("available", set.at("/status/availableReplicas").asInt());
        });
  }

  /// Puts versions for hashes.
  static <T extends JsonNode> T symbols(T node, Map<String, String> versions) {
    var text = node.toString();
    for (var entry : versions.entrySet()) {
      text = text.replace(entry.getKey(), entry.getValue());
    }
    try {
      @SuppressWarnings("unchecked")
      var symbolic = (T) JSON.readTree(text);
      return symbolic;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
