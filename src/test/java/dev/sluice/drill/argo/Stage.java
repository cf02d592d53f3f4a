package dev.sluice.drill.argo;

import static dev.sluice.drill.store.Objects.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.Drill;
import dev.sluice.drill.argo.analysis.Provider;
import dev.sluice.drill.patch.MergePatch;
import dev.sluice.drill.store.Objects;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A drill moved by hand with one Rollout, `shop/cart`, two Services and an Ingress.
final class Stage implements AutoCloseable {
  static final Instant START = Instant.parse("2026-01-05T09:30:00Z");

  private final Drill drill;

  /// @param strategy `spec.strategy`, with single quotes
  Stage(int replicas, String strategy) {
    this(replicas, strategy, (_, _) -> Provider.Measurement.good("[1]"), _ -> {});
  }

  /// @param provider of what metrics measure
  /// @param more what else is there
  Stage(int replicas, String strategy, Provider provider, Consumer<World> more) {
    drill =
        Drill.byHand(
            7,
            START,
            Duration.ZERO,
            stage -> {
              stage.control(Drill.ARGO, new ArgoRollouts(stage.world(), provider));
              begin(stage.world());
              more.accept(stage.world());
              rollout(stage.world(), replicas, strategy);
            });
    settle();
  }

  private static void begin(World world) {
    world.create(Resource.NAMESPACES, Objects.namespace("shop"));
    for (var service : List.of("one", "two")) {
      world.create(
          Resource.SERVICES,
          object(
              "{'metadata':{'namespace':'shop','name':'%s'},'spec':{'selector':{'app':'cart'}}}"
                  .formatted(service)));
    }
    world.create(
        Resource.INGRESSES,
        object(
            """
            {'metadata':{'namespace':'shop','name':'web'},
             'spec':{'ingressClassName':'nginx','rules':[{'host':'cart.example','http':{'paths':[
              {'path':'/','backend':{'service':{'name':'one','port':{'number':80}}}}]}}]}}
            """));
  }

  private static void rollout(World world, int replicas, String strategy) {
    world.create(
        Resource.ROLLOUTS,
        object(
            """
            {'metadata':{'namespace':'shop','name':'cart'},
             'spec':{'replicas':%d,'selector':{'matchLabels':{'app':'cart'}},'strategy':%s,
              'template':{'metadata':{'labels':{'app':'cart'}},
               'spec':{'containers':[{'name':'web','image':'web:1'}]}}}}
            """
                .formatted(replicas, strategy)));
  }

  Drill drill() {
    return drill;
  }

  World world() {
    return drill.world();
  }

  /// Lets ten seconds pass, in which pods start.
  void settle() {
    pass(10);
  }

  void pass(int seconds) {
    drill.clock().step(Duration.ofSeconds(seconds));
  }

  ObjectNode rollout() {
    return world().get(Resource.ROLLOUTS, "shop", "cart").orElseThrow();
  }

  JsonNode status(String path) {
    return rollout().path("status").at(path);
  }

  String phase() {
    return (status("/phase").asText() + " " + status("/message").asText()).strip();
  }

  void image(String image) {
    var rollout = rollout();
    ((ObjectNode) rollout.at("/spec/template/spec/containers/0")).put("image", image);
    world().update(Resource.ROLLOUTS, rollout);
    settle();
  }

  /// Merges that into the spec.
  void spec(String patch) {
    var rollout = rollout();
    MergePatch.apply(rollout, object("{'spec':" + patch + "}"));
    world().update(Resource.ROLLOUTS, rollout);
    settle();
  }

  /// Merges that into the status, as the verbs do.
  void patch(String patch) {
    patchAtOnce(patch);
    settle();
  }

  void patchAtOnce(String patch) {
    var rollout = rollout();
    MergePatch.apply(rollout, object("{'status':" + patch + "}"));
    world().updateStatus(Resource.ROLLOUTS, rollout);
  }

  void promote() {
    patch("{'pauseConditions':null}");
  }

  /// The pods wanted by revision.
  Map<Integer, Integer> pods() {
    var pods = new TreeMap<Integer, Integer>();
    world()
        .list(Resource.REPLICA_SETS)
        .forEach(set ->
            pods.put(
                set.at("/metadata/annotations").path("rollout.argoproj.io/revision").asInt(),
                set.at("/spec/replicas").asInt()));
    return pods;
  }

  /// The hash of the ReplicaSet of that image.
  String hash(String image) {
    return world().list(Resource.REPLICA_SETS).stream()
        .filter(set -> set.at("/spec/template/spec/containers/0/image").asText().equals(image))
        .findFirst()
        .orElseThrow()
        .at("/metadata/labels/rollouts-pod-template-hash")
        .asText();
  }

  String selected(String service) {
    return world()
        .get(Resource.SERVICES, "shop", service)
        .orElseThrow()
        .at("/spec/selector/rollouts-pod-template-hash")
        .asText();
  }

  /// The weight that stands in the canary Ingress.
  int ingressWeight() {
    return world()
        .get(Resource.INGRESSES, "shop", "cart-web-canary")
        .orElseThrow()
        .at("/metadata/annotations")
        .path("nginx.ingress.kubernetes.io/canary-weight")
        .asInt();
  }

  /// The reasons of the Events so far, in the order in which they were first written.
  List<String> events() {
    return world().list(Resource.EVENTS).stream()
        .sorted(Comparator.comparingLong(event -> event.at("/metadata/resourceVersion").asLong()))
        .map(event -> event.path("reason").asText())
        .toList();
  }

  @Override
  public void close() {
    drill.close();
  }
}
