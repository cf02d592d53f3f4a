package dev.sluice.drill.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;

/// Writes manifests into the world.
final class Manifests {
  private static final String NAME = "app.kubernetes.io/name";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final World world;

  Manifests(World world) {
    this.world = world;
  }

  void namespace(String name) {
    var namespace = JSON.objectNode();
    namespace.putObject("metadata").put("name", name);
    world.create(Resource.NAMESPACES, namespace);
  }

  /// What every release of that namespace is held to.
  void policy(String namespace, String text) {
    var map = JSON.objectNode();
    var metadata = map.putObject("metadata").put("namespace", namespace).put("name", "sluice");
    metadata.putObject("labels").put("sluice.dev/policy", "");
    map.putObject("data").put("_defaults.yaml", text);
    world.create(Resource.CONFIG_MAPS, map);
  }

  /// Where Prometheus is looked for.
  void prometheus(String namespace, String name) {
    var service = service(namespace, name, 9090);
    service.withObject("/metadata").putObject("labels").put(NAME, "prometheus");
    world.create(Resource.SERVICES, service);
  }

  /// A canary behind NGINX.
  ///
  /// @param steps what it goes through
  /// @param owner who is said to write the manifest; empty for nobody
  void canary(Home home, String image, ArrayNode steps, String owner) {
    services(home, "-stable", "-canary");
    world.create(Resource.INGRESSES, ingress(home));
    var rollout = rollout(home, image);
    if (!owner.isEmpty()) {
      rollout
          .withObject("/metadata/annotations")
          .put(
              "argocd.argoproj.io/tracking-id",
              "%s:argoproj.io/Rollout:%s/%s".formatted(owner, home.namespace(), home.name()));
    }
    var canary = rollout.withObject("/spec/strategy/canary");
    canary.put("stableService", home.name() + "-stable");
    canary.put("canaryService", home.name() + "-canary");
    canary.withObject("/trafficRouting/nginx").put("stableIngress", home.name());
    canary.set("steps", steps);
    world.create(Resource.ROLLOUTS, rollout);
  }

  /// A blue-green that waits for a person before its switch.
  void blueGreen(Home home, String image) {
    services(home, "-active", "-preview");
    var rollout = rollout(home, image);
    rollout
        .withObject("/spec/strategy/blueGreen")
        .put("activeService", home.name() + "-active")
        .put("previewService", home.name() + "-preview")
        .put("autoPromotionEnabled", false)
        .put("scaleDownDelaySeconds", 900);
    world.create(Resource.ROLLOUTS, rollout);
  }

  /// Brings out another image.
  void image(String namespace, String rollout, String image) {
    var object = world.get(Resource.ROLLOUTS, namespace, rollout).orElseThrow();
    ((ObjectNode) object.at("/spec/template/spec/containers/0")).put("image", image);
    world.update(Resource.ROLLOUTS, object);
  }

  /// Steps that set a weight and then wait, for a person or for some minutes.
  static ArrayNode steps(int... weights) {
    return steps("", weights);
  }

  /// Steps that set a weight and then wait.
  ///
  /// @param pause how long, as `5m`; empty for a person
  static ArrayNode steps(String pause, int... weights) {
    var steps = JSON.arrayNode();
    for (int weight : weights) {
      steps.addObject().put("setWeight", weight);
      var waits = steps.addObject().putObject("pause");
      if (!pause.isEmpty()) {
        waits.put("duration", pause);
      }
    }
    return steps;
  }

  private void services(Home home, String... suffixes) {
    for (var suffix : suffixes) {
      var service = service(home.namespace(), home.name() + suffix, 80);
      service.withObject("/spec/selector").put(NAME, home.name());
      world.create(Resource.SERVICES, service);
    }
  }

  private static ObjectNode service(String namespace, String name, int port) {
    var service = JSON.objectNode();
    service.putObject("metadata").put("namespace", namespace).put("name", name);
    service
        .putObject("spec")
        .putArray("ports")
        .addObject()
        .put("name", "http")
        .put("port", port)
        .put("targetPort", 8080);
    return service;
  }

  private static ObjectNode ingress(Home home) {
    var ingress = JSON.objectNode();
    ingress.putObject("metadata").put("namespace", home.namespace()).put("name", home.name());
    var spec = ingress.putObject("spec").put("ingressClassName", "nginx");
    var rule = spec.putArray("rules").addObject().put("host", home.name() + ".example");
    var path = rule.withObject("/http").putArray("paths").addObject();
    path.put("path", "/").put("pathType", "Prefix");
    path.withObject("/backend/service")
        .put("name", home.name() + "-stable")
        .putObject("port")
        .put("number", 80);
    return ingress;
  }

  private static ObjectNode rollout(Home home, String image) {
    var rollout = JSON.objectNode();
    var metadata = rollout.putObject("metadata");
    metadata.put("namespace", home.namespace()).put("name", home.name());
    metadata.putObject("labels").put(NAME, home.name());
    var spec = rollout.putObject("spec").put("replicas", home.replicas());
    spec.put("progressDeadlineSeconds", 600);
    spec.withObject("/selector/matchLabels").put(NAME, home.name());
    var template = spec.putObject("template");
    template.withObject("/metadata/labels").put(NAME, home.name());
    var container = template.withObject("/spec").putArray("containers").addObject();
    container.put("name", home.name()).put("image", image);
    container.putArray("ports").addObject().put("containerPort", 8080);
    container.withObject("/resources/requests").put("cpu", "100m").put("memory", "128Mi");
    container.withObject("/resources/limits").put("cpu", "500m").put("memory", "256Mi");
    return rollout;
  }
}
