package dev.sluice.drill.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.json.Sameness;
import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.Logs;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lets pods live: starts them, makes them ready after a while, lets them crash that are to crash,
/// and knows what they wrote. A pod of a node that is not there is never started.
public final class Kubelet implements Controller, Logs {
  private final World world;
  private final Fates fates;
  private final Map<String, Instant> births = new HashMap<>();

  public Kubelet(World world, Fates fates) {
    this.world = world;
    this.fates = fates;
  }

  @Override
  public Optional<Instant> reconcile() {
    var pods = world.list(Resource.PODS);
    Set<String> there =
        pods.stream().map(pod -> pod.at("/metadata/uid").asText()).collect(Collectors.toSet());
    synchronized (births) {
      births.keySet().retainAll(there);
    }
    var nodes =
        world.list(Resource.NODES).stream()
            .map(node -> node.at("/metadata/name").asText())
            .collect(Collectors.toSet());
    return pods.stream()
        .filter(pod -> nodes.contains(pod.at("/spec/nodeName").asText()))
        .map(this::reconcile)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> reconcile(ObjectNode pod) {
    var life = life(pod);
    var moment = life.at(world.now());
    var status = new PodStatus(pod, life, moment).json();
    if (!Sameness.of(status, pod.path("status"))) {
      pod.set("status", status);
      world.updateStatus(Resource.PODS, pod);
    }
    return moment.until();
  }

  /// Its timestamp counts whole seconds; when it was first seen is nearer to the truth.
  private Life life(JsonNode pod) {
    var uid = pod.at("/metadata/uid").asText();
    synchronized (births) {
      var born = births.computeIfAbsent(uid, _ -> world.now());
      return Life.of(uid, born, fates.of(pod));
    }
  }

  @Override
  public List<String> lines(String namespace, String pod, String container, boolean previous) {
    var found =
        world
            .get(Resource.PODS, namespace, pod)
            .orElseThrow(() -> Refusal.notFound(Resource.PODS, pod));
    var life = life(found);
    var moment = life.at(world.now());
    if (previous) {
      return moment
          .ended()
          .filter(_ -> moment.state() != Life.State.WAITING || moment.restarts() > 0)
          .map(run -> Writing.of(life, run.started(), run.finished(), true))
          .orElseThrow(() ->
              bad(
                  "previous terminated container \"%s\" in pod \"%s\" not found"
                      .formatted(container, pod)));
    }
    return switch (moment.state()) {
      case CREATING -> throw waiting(container, pod, "ContainerCreating");
      case PULLING -> throw waiting(container, pod, "trying and failing to pull image");
      case WAITING -> {
        var run = moment.ended().orElseThrow();
        yield Writing.of(life, run.started(), run.finished(), true);
      }
      case RUNNING -> Writing.of(life, moment.since(), world.now(), false);
      case READY -> Writing.of(life, moment.since().minus(life.warm()), world.now(), false);
    };
  }

  private static Refusal waiting(String container, String pod, String why) {
    return bad(
        "container \"%s\" in pod \"%s\" is waiting to start: %s".formatted(container, pod, why));
  }

  private static Refusal bad(String message) {
    return new Refusal(400, "BadRequest", message);
  }
}
