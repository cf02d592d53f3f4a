package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.util.Optional;

/// Writes the controller's Events. One that says the same again is counted, not repeated.
public final class Recorder {
  private static final String COMPONENT = "rollouts-controller";

  private final World world;

  public Recorder(World world) {
    this.world = world;
  }

  /// Something went as it should.
  public void normal(ObjectNode about, String reason, String message) {
    write(about, "Normal", reason, message);
  }

  /// Something did not.
  public void warning(ObjectNode about, String reason, String message) {
    write(about, "Warning", reason, message);
  }

  private void write(ObjectNode about, String type, String reason, String message) {
    var now = Times.text(world.now());
    var known = known(about.at("/metadata/uid").asText(), reason, message);
    if (known.isPresent()) {
      var event = known.get();
      event.put("count", event.path("count").asInt(1) + 1).put("lastTimestamp", now);
      world.update(Resource.EVENTS, event);
      return;
    }
    var event = JsonNodeFactory.instance.objectNode();
    event
        .putObject("metadata")
        .put("namespace", about.at("/metadata/namespace").asText())
        .put("generateName", about.at("/metadata/name").asText() + ".");
    event.set("involvedObject", reference(about));
    event.put("reason", reason).put("message", message).put("type", type);
    event.putObject("source").put("component", COMPONENT);
    event.put("firstTimestamp", now).put("lastTimestamp", now).put("count", 1);
    event.put("reportingComponent", COMPONENT).put("reportingInstance", "");
    world.create(Resource.EVENTS, event);
  }

  private Optional<ObjectNode> known(String uid, String reason, String message) {
    return world.list(Resource.EVENTS).stream()
        .filter(event -> event.at("/involvedObject/uid").asText().equals(uid))
        .filter(event -> event.path("reason").asText().equals(reason))
        .filter(event -> event.path("message").asText().equals(message))
        .findFirst();
  }

  private static ObjectNode reference(JsonNode about) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("apiVersion", about.path("apiVersion").asText())
        .put("kind", about.path("kind").asText())
        .put("namespace", about.at("/metadata/namespace").asText())
        .put("name", about.at("/metadata/name").asText())
        .put("uid", about.at("/metadata/uid").asText())
        .put("resourceVersion", about.at("/metadata/resourceVersion").asText());
  }
}
