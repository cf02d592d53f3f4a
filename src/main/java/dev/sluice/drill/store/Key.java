package dev.sluice.drill.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.world.Resource;
import java.util.Comparator;

/// Where an object is; ordered as a LIST orders.
record Key(String namespace, String name) implements Comparable<Key> {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::namespace).thenComparing(Key::name);

  static Key of(Resource resource, String namespace, String name) {
    return new Key(resource.namespaced() ? namespace : "", name);
  }

  static Key of(JsonNode object) {
    var metadata = object.path("metadata");
    return new Key(metadata.path("namespace").asText(), metadata.path("name").asText());
  }

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }
}
