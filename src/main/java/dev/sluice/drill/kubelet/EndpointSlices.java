package dev.sluice.drill.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.json.Sameness;
import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.Pods;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps the addresses behind each Service that selects pods.
public final class EndpointSlices implements Controller {
  private static final String SERVICE = "kubernetes.io/service-name";

  private final World world;

  public EndpointSlices(World world) {
    this.world = world;
  }

  @Override
  public Optional<Instant> reconcile() {
    var pods = world.list(Resource.PODS);
    world.list(Resource.SERVICES).stream()
        .filter(service -> !service.at("/spec/selector").isEmpty())
        .forEach(service -> reconcile(service, pods));
    return Optional.empty();
  }

  private void reconcile(ObjectNode service, List<ObjectNode> pods) {
    var namespace = service.at("/metadata/namespace").asText();
    var name = service.at("/metadata/name").asText();
    var slice = world.get(Resource.ENDPOINT_SLICES, namespace, name);
    var wanted = slice.map(ObjectNode::deepCopy).orElseGet(() -> fresh(service));
    wanted.put("addressType", "IPv4");
    var endpoints = wanted.putArray("endpoints");
    pods.stream()
        .filter(pod -> selected(service, pod))
        .forEach(pod -> endpoint(pod, endpoints.addObject()));
    ports(service, wanted);
    if (slice.isEmpty()) {
      world.create(Resource.ENDPOINT_SLICES, wanted);
    } else if (!Sameness.of(wanted, slice.get())) {
      world.update(Resource.ENDPOINT_SLICES, wanted);
    }
  }

  private static ObjectNode fresh(ObjectNode service) {
    var slice = service.objectNode();
    var metadata = slice.putObject("metadata");
    var name = service.at("/metadata/name").asText();
    metadata.put("namespace", service.at("/metadata/namespace").asText()).put("name", name);
    metadata.putObject("labels").put(SERVICE, name);
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", "v1")
        .put("kind", "Service")
        .put("name", name)
        .put("uid", service.at("/metadata/uid").asText())
        .put("controller", true);
    return slice;
  }

  private static boolean selected(JsonNode service, JsonNode pod) {
    boolean near =
        service.at("/metadata/namespace").equals(pod.at("/metadata/namespace"))
            && pod.at("/status/phase").asText().equals("Running");
    return near
        && service
            .at("/spec/selector")
            .propertyStream()
            .allMatch(
                label -> pod.at("/metadata/labels").path(label.getKey()).equals(label.getValue()));
  }

  private static void endpoint(JsonNode pod, ObjectNode endpoint) {
    endpoint.putArray("addresses").add(pod.at("/status/podIP").asText());
    boolean ready = Pods.ready(pod);
    endpoint.putObject("conditions").put("ready", ready);
    endpoint
        .putObject("targetRef")
        .put("kind", "Pod")
        .put("namespace", pod.at("/metadata/namespace").asText())
        .put("name", pod.at("/metadata/name").asText())
        .put("uid", pod.at("/metadata/uid").asText());
    endpoint.put("nodeName", pod.at("/spec/nodeName").asText());
  }

  private static void ports(JsonNode service, ObjectNode slice) {
    var ports = slice.putArray("ports");
    service
        .at("/spec/ports")
        .forEach(port ->
            ports
                .addObject()
                .put("name", port.path("name").asText())
                .put("port", port.path("targetPort").asInt(port.path("port").asInt()))
                .put("protocol", "TCP"));
  }
}
