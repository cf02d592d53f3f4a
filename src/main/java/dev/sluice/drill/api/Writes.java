package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.patch.JsonPatch;
import dev.sluice.drill.patch.MergePatch;
import dev.sluice.drill.patch.StrategicMerge;
import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import java.util.function.UnaryOperator;

/// Answers everything that changes an object.
record Writes(Store store) {
  private static final String STRATEGIC = "application/strategic-merge-patch+json";

  Answer create(Call call, Target target) {
    var object = Bodies.of(call, target);
    if (target.resource() == Resource.EVENTS) {
      aboutItsOwnNamespace(object, target);
    }
    return Answer.json(201, store.create(target.resource(), object, dry(call)));
  }

  Answer update(Call call, Target target) {
    var object = Bodies.of(call, target);
    boolean custom = target.resource().group().equals(Resource.ROLLOUTS.group());
    if (custom && object.at("/metadata/resourceVersion").asText().isEmpty()) {
      throw invalid(
          target, "metadata.resourceVersion: Invalid value: 0: must be specified for an update");
    }
    return modified(call, target, _ -> object);
  }

  Answer patch(Call call, Target target) {
    var patch = call.json();
    return modified(call, target, patching(call.contentType(), target.resource(), patch));
  }

  private static UnaryOperator<ObjectNode> patching(
      String type, Resource resource, JsonNode patch) {
    boolean custom = resource.group().equals(Resource.ROLLOUTS.group());
    if (custom && type.equals(STRATEGIC)) {
      throw unknownFormat(custom);
    }
    return switch (type) {
      case "application/json-patch+json" -> object -> JsonPatch.apply(object, patch);
      case "application/merge-patch+json" -> object -> MergePatch.apply(object, patch);
      case STRATEGIC -> object -> StrategicMerge.apply(object, patch);
      default -> throw unknownFormat(custom);
    };
  }

  private static Refusal unknownFormat(boolean custom) {
    return new Refusal(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: "
            + "application/json-patch+json, application/merge-patch+json"
            + (custom ? "" : ", " + STRATEGIC));
  }

  private Answer modified(Call call, Target target, UnaryOperator<ObjectNode> change) {
    var writing = new Store.Writing(target.sub().equals("status"), dry(call));
    UnaryOperator<ObjectNode> renamed =
        object -> {
          var wanted = change.apply(object);
          if (!wanted.at("/metadata/name").asText().equals(target.name())) {
            throw new Refusal(
                400, "BadRequest", "the name of the object does not match the name on the URL");
          }
          return wanted;
        };
    return Answer.json(
        200, store.modify(target.resource(), target.place(), target.name(), writing, renamed));
  }

  Answer delete(Call call, Target target) {
    if (target.collection()) {
      store.list(target.resource()).stream()
          .filter(Selectors.of(call, target))
          .forEach(object -> delete(target.resource(), object, dry(call)));
      return Answer.json(200, Statuses.success(target, ""));
    }
    var last =
        store
            .get(target.resource(), target.place(), target.name())
            .orElseThrow(() -> Refusal.notFound(target.resource(), target.name()));
    asMeant(call, target, last);
    delete(target.resource(), last, dry(call));
    return Answer.json(
        200,
        target.resource() == Resource.PODS
            ? last
            : Statuses.success(target, last.at("/metadata/uid").asText()));
  }

  private void delete(Resource resource, ObjectNode object, boolean dry) {
    if (!dry) {
      var metadata = object.path("metadata");
      store.delete(resource, metadata.path("namespace").asText(), metadata.path("name").asText());
    }
  }

  /// A deletion may be bound to one object or one version of it.
  private static void asMeant(Call call, Target target, ObjectNode object) {
    var conditions = call.body().isEmpty() ? null : call.object().get("preconditions");
    if (conditions == null) {
      return;
    }
    for (var field : new String[] {"uid", "resourceVersion"}) {
      var meant = conditions.path(field).asText();
      var found = object.path("metadata").path(field).asText();
      if (!meant.isEmpty() && !meant.equals(found)) {
        throw new Refusal(
            409,
            "Conflict",
            "Operation cannot be fulfilled on %s \"%s\": Precondition failed: %s in precondition: %s, %s in object meta: %s"
                .formatted(
                    target.resource().qualified(),
                    target.name(),
                    field.equals("uid") ? "UID" : "ResourceVersion",
                    meant,
                    field.equals("uid") ? "UID" : "ResourceVersion",
                    found));
      }
    }
  }

  private static void aboutItsOwnNamespace(ObjectNode event, Target target) {
    var about = event.at("/involvedObject/namespace").asText();
    if (!about.isEmpty() && !about.equals(target.place())) {
      throw invalid(
          target,
          "involvedObject.namespace: Invalid value: \""
              + about
              + "\": does not match event.namespace");
    }
  }

  private static Refusal invalid(Target target, String cause) {
    var what = target.resource().qualified() + " \"" + target.name() + "\"";
    return new Refusal(422, "Invalid", what + " is invalid: " + cause);
  }

  private static boolean dry(Call call) {
    return !call.parameter("dryRun").isEmpty();
  }
}
