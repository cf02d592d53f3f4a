package dev.sluice.drill.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// What the API server gives a new object.
///
/// @param namespaces those that exist
record Birth(Resource resource, Names names, Instant now, Set<Key> namespaces) {

  void of(ObjectNode object) {
    var metadata = Metadata.of(object);
    place(metadata);
    name(object, metadata);
    metadata.put("uid", names.uid(resource, Key.of(object)));
    metadata.put("creationTimestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
    metadata.remove("deletionTimestamp");
    if (object.has("spec")) {
      metadata.put("generation", 1);
    } else {
      metadata.remove("generation");
    }
    if (resource.hasStatus()) {
      object.remove("status");
    }
  }

  private void place(ObjectNode metadata) {
    if (!resource.namespaced()) {
      metadata.remove("namespace");
      return;
    }
    var namespace = metadata.path("namespace").asText("default");
    metadata.put("namespace", namespace.isEmpty() ? "default" : namespace);
    var place = metadata.path("namespace").asText();
    if (!place.equals("default") && !namespaces.contains(new Key("", place))) {
      throw Refusal.notFound(Resource.NAMESPACES, place);
    }
  }

  private void name(ObjectNode object, ObjectNode metadata) {
    var prefix = metadata.path("generateName").asText();
    if (metadata.path("name").asText().isEmpty() && !prefix.isEmpty()) {
      var namespace = metadata.path("namespace").asText();
      metadata.put("name", names.generated(resource, namespace, prefix));
    }
    if (Key.of(object).name().isEmpty()) {
      throw new Refusal(
          422,
          "Invalid",
          resource.kind()
              + (resource.group().isEmpty() ? "" : "." + resource.group())
              + " \"\" is invalid: metadata.name: Required value: name or generateName is required");
    }
  }
}
