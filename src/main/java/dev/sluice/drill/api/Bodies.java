package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;

/// Objects as clients send them, checked against the address they are sent to.
final class Bodies {

  private Bodies() {}

  static ObjectNode of(Call call, Target target) {
    var object = call.object();
    typed(object, target.resource());
    placed(object, target);
    return object;
  }

  private static void typed(ObjectNode object, Resource resource) {
    var version = object.path("apiVersion").asText();
    var kind = object.path("kind").asText();
    if (!kind.equals(resource.kind()) || !version.equals(resource.apiVersion())) {
      throw bad(
          "the object provided is unrecognized (must be of type %s): apiVersion \"%s\", kind \"%s\""
              .formatted(resource.kind(), version, kind));
    }
  }

  private static void placed(ObjectNode object, Target target) {
    var metadata =
        object.get("metadata") instanceof ObjectNode there ? there : object.putObject("metadata");
    if (target.resource().namespaced()) {
      var stated = metadata.path("namespace").asText(target.place());
      if (!stated.equals(target.place())) {
        throw bad(
            "the namespace of the provided object does not match the namespace sent on the request");
      }
      metadata.put("namespace", target.place());
    }
    if (!target.collection()) {
      var stated = metadata.path("name").asText(target.name());
      if (!stated.equals(target.name())) {
        throw bad(
            "the name of the object (%s) does not match the name on the URL (%s)"
                .formatted(stated, target.name()));
      }
      metadata.put("name", target.name());
    }
  }

  private static Refusal bad(String message) {
    return new Refusal(400, "BadRequest", message);
  }
}
