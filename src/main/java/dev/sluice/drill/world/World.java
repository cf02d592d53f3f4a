package dev.sluice.drill.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The cluster as the drill's own controllers see and change it. Objects are JSON as the API server
/// serves them; what is returned is a private copy, what is handed in is copied. Thread-safe; every
/// write notifies watchers. What the API server would refuse is thrown as a [Refusal], a write to
/// an object that has changed meanwhile as its kind [Conflict].
public interface World {
  /// The drill's clock, may run faster than the wall.
  Instant now();

  /// All objects of this kind, of all namespaces, by namespace and name.
  List<ObjectNode> list(Resource resource);

  /// The namespace is ignored, and may be empty, where the resource has none.
  Optional<ObjectNode> get(Resource resource, String namespace, String name);

  /// Fills uid, creationTimestamp, resourceVersion and generation, and a name from `generateName`.
  /// A status is kept only where it is no subresource.
  ObjectNode create(Resource resource, ObjectNode object);

  /// Writes everything but the status; the generation rises when the spec changes. A
  /// resourceVersion in the object, if any, must be the current one.
  ///
  /// @throws Conflict when it is not
  ObjectNode update(Resource resource, ObjectNode object);

  /// Writes the status only. A resourceVersion in the object, if any, must be the current one.
  ///
  /// @throws Conflict when it is not
  ObjectNode updateStatus(Resource resource, ObjectNode object);

  /// Deletes the object and, as the garbage collector does, whatever only it owns. Nothing happens
  /// when there is no such object.
  void delete(Resource resource, String namespace, String name);
}
