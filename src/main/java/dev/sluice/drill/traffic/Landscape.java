package dev.sluice.drill.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.world.Pods;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who serves whom in the cluster right now.
final class Landscape {
  private static final String HASH = "rollouts-pod-template-hash";

  private static final String NGINX = "nginx.ingress.kubernetes.io/";

  private final List<Served> pods;
  private final List<JsonNode> ingresses;
  private final Map<String, JsonNode> services = new LinkedHashMap<>();
  private final Map<String, JsonNode> rollouts = new LinkedHashMap<>();

  private record Served(Way.Backer pod, JsonNode labels, boolean ready) {}

  Landscape(World world) {
    this.pods = world.list(Resource.PODS).stream().map(Landscape::served).toList();
    this.ingresses = List.copyOf(world.list(Resource.INGRESSES));
    world.list(Resource.SERVICES).forEach(one -> services.put(key(one), one));
    world.list(Resource.ROLLOUTS).forEach(one -> rollouts.put(key(one), one));
  }

  static String key(JsonNode object) {
    return object.at("/metadata/namespace").asText() + "/" + object.at("/metadata/name").asText();
  }

  /// Every pod that is there, ready or not.
  List<Way.Backer> pods() {
    return pods.stream().map(Served::pod).toList();
  }

  /// The ways to each Rollout, by `namespace/name`.
  Map<String, List<Way>> ways() {
    Map<String, List<Way>> ways = new LinkedHashMap<>();
    rollouts.forEach((key, rollout) -> ways.put(key, ways(rollout)));
    return ways;
  }

  private List<Way> ways(JsonNode rollout) {
    var strategy = rollout.at("/spec/strategy");
    var namespace = rollout.at("/metadata/namespace").asText();
    var active = strategy.at("/blueGreen/activeService").asText();
    if (!active.isEmpty()) {
      return spread(behind(namespace, active), 1, front(namespace, active));
    } else if (strategy.at("/canary").has("trafficRouting")) {
      return split(namespace, strategy.path("canary"));
    }
    var all =
        ready(namespace, labels -> selected(rollout.at("/spec/selector/matchLabels"), labels));
    return spread(all, 1, Optional.empty());
  }

  /// As ingress-nginx does: a canary without endpoints gets nothing.
  private List<Way> split(String namespace, JsonNode canary) {
    var stableService = canary.path("stableService").asText();
    var canaryService = canary.path("canaryService").asText();
    var front = front(namespace, stableService);
    var tried = behind(namespace, canaryService);
    double share = weight(namespace, canaryService);
    if (share == 0 || tried.isEmpty()) {
      return spread(behind(namespace, stableService), 1, front);
    }
    var alternative =
        front.map(one ->
            new Front(
                namespace,
                one.ingress(),
                stableService,
                "%s-%s-80".formatted(namespace, canaryService)));
    List<Way> ways = new ArrayList<>(spread(tried, share, alternative));
    if (share < 1) {
      ways.addAll(spread(behind(namespace, stableService), 1 - share, front));
    }
    return ways;
  }

  private static List<Way> spread(List<Way.Backer> over, double share, Optional<Front> front) {
    return over.isEmpty()
        ? List.of(new Way(Optional.empty(), share, front))
        : over.stream().map(pod -> new Way(Optional.of(pod), share / over.size(), front)).toList();
  }

  /// The Ingress that leads to that Service, if one does.
  private Optional<Front> front(String namespace, String service) {
    return ingresses(namespace)
        .filter(ingress -> !canary(ingress) && leadsTo(ingress, service))
        .map(ingress -> new Front(namespace, ingress.at("/metadata/name").asText(), service, ""))
        .findFirst();
  }

  private double weight(String namespace, String canaryService) {
    return ingresses(namespace)
        .filter(ingress -> canary(ingress) && leadsTo(ingress, canaryService))
        .mapToDouble(ingress ->
            number(ingress, "canary-weight", 0) / number(ingress, "canary-weight-total", 100))
        .map(weight -> Math.clamp(weight, 0, 1))
        .findFirst()
        .orElse(0);
  }

  private Stream<JsonNode> ingresses(String namespace) {
    return ingresses.stream()
        .filter(ingress -> ingress.at("/metadata/namespace").asText().equals(namespace));
  }

  private static boolean canary(JsonNode ingress) {
    return annotation(ingress, "canary").equals("true");
  }

  private static double number(JsonNode ingress, String name, double otherwise) {
    var text = annotation(ingress, name);
    return text.isEmpty() ? otherwise : Double.parseDouble(text);
  }

  private static String annotation(JsonNode ingress, String name) {
    return ingress.at("/metadata/annotations").path(NGINX + name).asText();
  }

  private static boolean leadsTo(JsonNode ingress, String service) {
    return ingress
        .at("/spec/rules")
        .valueStream()
        .flatMap(rule -> rule.at("/http/paths").valueStream())
        .anyMatch(path -> path.at("/backend/service/name").asText().equals(service));
  }

  private List<Way.Backer> behind(String namespace, String service) {
    var selector =
        Optional.ofNullable(services.get(namespace + "/" + service))
            .map(one -> one.at("/spec/selector"));
    return selector.filter(wanted -> !wanted.isEmpty()).isEmpty()
        ? List.of()
        : ready(namespace, labels -> selected(selector.get(), labels));
  }

  private List<Way.Backer> ready(String namespace, Predicate<JsonNode> wanted) {
    return pods.stream()
        .filter(one -> one.ready() && one.pod().namespace().equals(namespace))
        .filter(one -> wanted.test(one.labels()))
        .map(Served::pod)
        .toList();
  }

  private static boolean selected(JsonNode selector, JsonNode labels) {
    return !selector.isEmpty()
        && selector
            .propertyStream()
            .allMatch(label -> labels.path(label.getKey()).equals(label.getValue()));
  }

  private static Served served(JsonNode pod) {
    var container = pod.at("/spec/containers/0");
    var labels = pod.at("/metadata/labels");
    boolean ready = Pods.ready(pod);
    return new Served(
        new Way.Backer(
            pod.at("/metadata/namespace").asText(),
            pod.at("/metadata/name").asText(),
            labels.path(HASH).asText(),
            container.path("image").asText(),
            container.path("name").asText(),
            cores(container.at("/resources/limits/cpu").asText())),
        labels,
        ready && !pod.at("/metadata").has("deletionTimestamp"));
  }

  /// `500m` is half a core; 0 for no limit.
  private static double cores(String quantity) {
    if (quantity.isEmpty()) {
      return 0;
    }
    return quantity.endsWith("m")
        ? Double.parseDouble(quantity.substring(0, quantity.length() - 1)) / 1000
        : Double.parseDouble(quantity);
  }
}
