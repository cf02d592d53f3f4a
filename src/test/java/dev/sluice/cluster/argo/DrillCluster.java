package dev.sluice.cluster.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.act.Request;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.drill.Contexts;
import dev.sluice.drill.Drill;
import dev.sluice.drill.argo.ArgoRollouts;
import dev.sluice.drill.argo.analysis.Phase;
import dev.sluice.drill.argo.analysis.Provider.Measurement;
import dev.sluice.drill.kubelet.Mishap;
import dev.sluice.drill.store.Objects;
import dev.sluice.drill.world.Resource;
import dev.sluice.release.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A drill of its own whose time runs fast.
final class DrillCluster implements Grounds {
  private static final double SPEED = 10;
  private static final String ROLLOUTS = "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/";
  private static final String MERGE = "application/merge-patch+json";
  private static final String PATCH = "application/json-patch+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Drill drill =
      Drill.start(7, Instant.now(), Duration.ZERO, SPEED, DrillCluster::begin);
  private final Map<String, ApiClient> clients = new ConcurrentHashMap<>();

  private static void begin(Drill drill) {
    drill.world().create(Resource.NAMESPACES, Objects.namespace(NAMESPACE));
    drill.control(
        Drill.ARGO,
        new ArgoRollouts(drill.world(), (_, _) -> new Measurement(Phase.INCONCLUSIVE, "[1]", "")));
  }

  @Override
  public String context() {
    return "test";
  }

  @Override
  public ApiClient as(String user) {
    return clients.computeIfAbsent(user, name -> Contexts.open(drill, name));
  }

  @Override
  public Clock clock() {
    return drill.clock().asClock();
  }

  @Override
  public String prometheus() {
    return "http://prometheus";
  }

  @Override
  public void apply(String manifests) {
    var mapper = new YAMLMapper();
    try (var documents = mapper.readerFor(ObjectNode.class).<ObjectNode>readValues(manifests)) {
      documents.forEachRemaining(object -> drill.world().create(resource(object), object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource resource(JsonNode object) {
    return Stream.of(Resource.values())
        .filter(resource -> resource.kind().equals(object.path("kind").asText()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void patch(String kind, String name, String patch) {
    var path = ROLLOUTS + name;
    send(
        kind.equals("rollout")
            ? path
            : path.replace("argoproj.io/v1alpha1", "apps/v1").replace("rollouts", "deployments"),
        PATCH,
        patch);
  }

  private void send(String path, String type, String body) {
    var answer = as("admin").write(new Request("PATCH", path, type, body.replace('\'', '"')));
    if (!(answer instanceof Result.Ok<?>)) {
      throw new AssertionError(path + ": " + answer);
    }
  }

  @Override
  public void argo(String... words) {
    var name = words[words.length - 1];
    var path = ROLLOUTS + name;
    switch (String.join(" ", List.of(words).subList(0, words.length - 1))) {
      case "pause" -> send(path, MERGE, "{'spec':{'paused':true}}");
      case "abort" -> send(path + "/status", MERGE, "{'status':{'abort':true}}");
      case "promote" -> promote(path, rollout(name));
      case "promote --full" -> promoteFully(path, rollout(name));
      case "undo" -> undo(path, rollout(name));
      default -> throw new IllegalArgumentException(String.join(" ", words));
    }
  }

  private JsonNode rollout(String name) {
    return drill.world().get(Resource.ROLLOUTS, NAMESPACE, name).orElseThrow();
  }

  private void promote(String path, JsonNode rollout) {
    var status = rollout.path("status");
    int next = status.path("currentStepIndex").asInt() + 1;
    boolean steps =
        status.path("pauseConditions").isEmpty()
            && !rollout.at("/spec/strategy/canary/steps").isEmpty();
    send(
        path + "/status",
        MERGE,
        "{'status':{'pauseConditions':null" + (steps ? ",'currentStepIndex':" + next : "") + "}}");
    if (rollout.at("/spec/paused").asBoolean()) {
      send(path, MERGE, "{'spec':{'paused':false}}");
    }
  }

  private void promoteFully(String path, JsonNode rollout) {
    if (!rollout.at("/status/currentPodHash").equals(rollout.at("/status/stableRS"))) {
      send(path + "/status", MERGE, "{'status':{'promoteFull':true}}");
    }
  }

  /// To the second highest revision.
  private void undo(String path, JsonNode rollout) {
    var sets = new ArrayList<>(drill.world().list(Resource.REPLICA_SETS));
    sets.removeIf(
        set -> !set.at("/metadata/ownerReferences/0/uid").equals(rollout.at("/metadata/uid")));
    sets.sort(
        Comparator.comparingInt(
            set -> -set.at("/metadata/annotations").path("rollout.argoproj.io/revision").asInt()));
    ObjectNode template = sets.get(1).at("/spec/template").deepCopy();
    ((ObjectNode) template.at("/metadata/labels")).remove("rollouts-pod-template-hash");
    send(path, PATCH, "[{'op':'replace','path':'/spec/template','value':" + template + "}]");
  }

  @Override
  public List<JsonNode> pods(String label, String value) {
    return drill.world().list(Resource.PODS).stream()
        .filter(pod -> pod.at("/metadata/labels").path(label).asText().equals(value))
        .map(JsonNode.class::cast)
        .toList();
  }

  @Override
  public JsonNode events(String reason, String uid) {
    var found = JSON.createArrayNode();
    drill.world().list(Resource.EVENTS).stream()
        .filter(event -> event.path("reason").asText().equals(reason))
        .filter(event -> event.at("/involvedObject/uid").asText().equals(uid))
        .forEach(found::add);
    return found;
  }

  @Override
  public void unready(String hash) {
    pods("rollouts-pod-template-hash", hash)
        .forEach(pod ->
            drill
                .fates()
                .image(
                    pod.at("/spec/containers/0/image").asText(), new Mishap.NeverReady(List.of())));
    drill.asleep("kubelet", false);
  }

  @Override
  public void asleep(Runnable deed) {
    drill.asleep(Drill.ARGO, true);
    try {
      deed.run();
    } finally {
      drill.asleep(Drill.ARGO, false);
    }
  }

  @Override
  public void remove(String name) {
    clients.values().forEach(ApiClient::close);
    drill.close();
  }
}
