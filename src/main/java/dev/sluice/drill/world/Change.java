package dev.sluice.drill.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Something that happened to an object.
///
/// @param version the resourceVersion that the change made
/// @param object as it is now, or was last; shared, not to be changed
public record Change(Type type, Resource resource, long version, ObjectNode object) {

  /// As a watch names it.
  public enum Type {
    ADDED,
    MODIFIED,
    DELETED
  }
}
