package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.json.Sameness;
import dev.sluice.drill.world.Resource;
import java.util.List;

/// Keeps the canary Ingresses by which NGINX splits the traffic.
final class Ingresses {
  private static final String CLASS = "kubernetes.io/ingress.class";
  private static final String PREFIX = "nginx.ingress.kubernetes.io";

  private final Sync sync;

  Ingresses(Sync sync) {
    this.sync = sync;
  }

  /// The names of the stable ones.
  static List<String> stable(JsonNode nginx) {
    return nginx.has("stableIngresses")
        ? nginx.path("stableIngresses").valueStream().map(JsonNode::asText).toList()
        : List.of(nginx.path("stableIngress").asText());
  }

  /// That much of the traffic goes to the canary from now on.
  void weight(int weight) {
    stable(sync.rollout().canary().nginx()).forEach(stable -> weight(stable, weight));
  }

  private void weight(String stable, int weight) {
    var world = sync.cluster().world();
    var namespace = sync.rollout().namespace();
    var name = sync.rollout().name() + "-" + stable + "-canary";
    var template = world.get(Resource.INGRESSES, namespace, stable);
    if (template.isEmpty()) {
      return;
    }
    var wanted = canary(template.get(), name, weight);
    var found = world.get(Resource.INGRESSES, namespace, name);
    if (found.isEmpty()) {
      sync.cluster()
          .event(
              "CreatingCanaryIngress",
              "Creating canary ingress `%s` with weight `%d`".formatted(name, weight));
      world.create(Resource.INGRESSES, wanted);
      return;
    }
    var changed = found.get().deepCopy();
    changed
        .withObject("/metadata")
        .withObject("/annotations")
        .setAll((ObjectNode) wanted.at("/metadata/annotations"));
    changed.set("spec", wanted.get("spec"));
    if (!Sameness.of(changed, found.get())) {
      sync.cluster()
          .event(
              "PatchingCanaryIngress",
              "Updating Ingress `%s` to desiredWeight '%d'".formatted(name, weight));
      world.update(Resource.INGRESSES, changed);
    }
  }

  private ObjectNode canary(ObjectNode stable, String name, int weight) {
    var canary = JsonNodeFactory.instance.objectNode();
    var metadata = canary.putObject("metadata");
    metadata.put("namespace", sync.rollout().namespace()).put("name", name);
    metadata.set("ownerReferences", Owners.of(sync.rollout()));
    annotate(metadata.putObject("annotations"), stable, weight);
    var spec = canary.putObject("spec");
    for (var field : new String[] {"ingressClassName", "tls"}) {
      if (stable.path("spec").has(field)) {
        spec.set(field, stable.path("spec").path(field).deepCopy());
      }
    }
    var rules = spec.putArray("rules");
    stable
        .at("/spec/rules")
        .valueStream()
        .filter(this::toStable)
        .map(rule -> redirected(rule.deepCopy()))
        .forEach(rules::add);
    return canary;
  }

  private void annotate(ObjectNode annotations, ObjectNode stable, int weight) {
    var nginx = sync.rollout().canary().nginx();
    var given = nginx.path("annotationPrefix").asText();
    var prefix = (given.isEmpty() ? PREFIX : given) + "/";
    var ingressClass = stable.at("/metadata/annotations").path(CLASS);
    if (!ingressClass.isMissingNode()) {
      annotations.set(CLASS, ingressClass);
    }
    nginx
        .path("additionalIngressAnnotations")
        .properties()
        .forEach(entry -> {
          var key = entry.getKey();
          annotations.set(key.startsWith(prefix) ? key : prefix + key, entry.getValue());
        });
    nginx
        .path("canaryIngressAnnotations")
        .properties()
        .forEach(entry -> annotations.set(entry.getKey(), entry.getValue()));
    annotations.put(prefix + "canary", "true");
    annotations.put(prefix + "canary-weight", Integer.toString(weight));
    var total = sync.rollout().spec().at("/strategy/canary/trafficRouting/maxTrafficWeight");
    if (!total.isMissingNode()) {
      annotations.put(prefix + "canary-weight-total", total.asText());
    }
  }

  private boolean toStable(JsonNode rule) {
    return rule.at("/http/paths").valueStream().anyMatch(this::pathToStable);
  }

  private boolean pathToStable(JsonNode path) {
    return path.at("/backend/service/name")
        .asText()
        .equals(sync.rollout().canary().stableService());
  }

  private JsonNode redirected(JsonNode rule) {
    rule.at("/http/paths")
        .valueStream()
        .filter(this::pathToStable)
        .forEach(path ->
            ((ObjectNode) path.at("/backend/service"))
                .put("name", sync.rollout().canary().canaryService()));
    return rule;
  }
}
