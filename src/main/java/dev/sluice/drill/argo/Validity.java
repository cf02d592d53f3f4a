package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.argo.model.Rollout;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Says why a Rollout cannot be played: what it names is not there, or the drill does not play it.
final class Validity {
  private static final String CANARY = "spec.strategy.canary.";
  private static final List<String> NOT_PLAYED =
      List.of("pingPong", "canaryMetadata", "stableMetadata");

  /// Of `trafficRouting`, what is played or needs no playing.
  private static final Set<String> ROUTING = Set.of("nginx", "maxTrafficWeight", "managedRoutes");

  private final World world;
  private final Rollout rollout;

  Validity(World world, Rollout rollout) {
    this.world = world;
    this.rollout = rollout;
  }

  /// The first thing that is wrong, as the condition says it.
  Optional<String> problem() {
    if (!rollout.isCanary() && !rollout.isBlueGreen()) {
      return Optional.of(
          "spec.strategy.strategy: Required value: Rollout has missing field"
              + " '.spec.strategy.canary or .spec.strategy.blueGreen'");
    }
    if (rollout.selector().isEmpty()) {
      return Optional.of(
          "spec.selector: Required value: Rollout has missing field '.spec.selector'");
    }
    return Stream.of(services(), ingresses(), notPlayed()).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> services() {
    if (rollout.isBlueGreen()) {
      var plan = rollout.blueGreen();
      return service("spec.strategy.blueGreen.activeService", plan.activeService())
          .or(() -> service("spec.strategy.blueGreen.previewService", plan.previewService()));
    }
    var plan = rollout.canary();
    return service(CANARY + "stableService", plan.stableService())
        .or(() -> service(CANARY + "canaryService", plan.canaryService()));
  }

  private Optional<String> service(String field, String name) {
    boolean missing =
        !name.isEmpty() && world.get(Resource.SERVICES, rollout.namespace(), name).isEmpty();
    return missing ? Optional.of(invalid(field, name, "service")) : Optional.empty();
  }

  private static String invalid(String field, String name, String kind) {
    return "%s: Invalid value: \"%s\": %s \"%s\" not found".formatted(field, name, kind, name);
  }

  private Optional<String> ingresses() {
    var nginx = rollout.canary().nginx();
    return nginx.isMissingNode()
        ? Optional.empty()
        : Ingresses.stable(nginx).stream()
            .filter(name -> world.get(Resource.INGRESSES, rollout.namespace(), name).isEmpty())
            .map(name ->
                invalid(
                    CANARY + "trafficRouting.nginx.stableIngress",
                    name,
                    "ingress.networking.k8s.io"))
            .findFirst();
  }

  private Optional<String> notPlayed() {
    var canary = rollout.canary().json();
    var field = NOT_PLAYED.stream().filter(canary::has).findFirst();
    if (field.isPresent()) {
      return field.map(name -> refused(CANARY + name));
    }
    return router().or(this::steps);
  }

  private Optional<String> router() {
    var routing = rollout.canary().json().path("trafficRouting");
    var other =
        routing
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(name -> !ROUTING.contains(name))
            .findFirst();
    if (other.isPresent()) {
      return other.map(name -> refused(CANARY + "trafficRouting." + name));
    }
    boolean without = rollout.canary().routed() && rollout.canary().nginx().isMissingNode();
    return without
        ? Optional.of(refused(CANARY + "trafficRouting without nginx"))
        : Optional.empty();
  }

  private Optional<String> steps() {
    return rollout
        .canary()
        .json()
        .path("steps")
        .valueStream()
        .flatMap(step -> notPlayed(step).stream())
        .map(what -> refused(CANARY + "steps: " + what))
        .findFirst();
  }

  private static Optional<String> notPlayed(JsonNode step) {
    if (step.has("plugin")) {
      return Optional.of("plugin");
    }
    return step.at("/experiment/templates").valueStream().anyMatch(Validity::served)
        ? Optional.of("experiment with a weight or a Service")
        : Optional.empty();
  }

  private static boolean served(JsonNode template) {
    return template.has("weight") || template.has("service");
  }

  private static String refused(String what) {
    return what + " is not played in the drill";
  }
}
