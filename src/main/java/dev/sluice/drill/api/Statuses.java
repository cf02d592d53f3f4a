package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.patch.PatchFailed;
import dev.sluice.drill.world.Refusal;
import java.util.Optional;
import java.util.Set;

/// The `Status` objects that errors are answered with.
final class Statuses {
  private static final Set<String> ABOUT_AN_OBJECT =
      Set.of("NotFound", "AlreadyExists", "Conflict", "Forbidden", "Invalid");

  private Statuses() {}

  static ObjectNode of(int code, String reason, String message) {
    var status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    return status
        .put("status", "Failure")
        .put("message", message)
        .put("reason", reason)
        .put("code", code);
  }

  /// With what it is about, where that is known.
  static ObjectNode of(Refusal refusal, Optional<Target> about) {
    var status = of(refusal.code(), refusal.reason(), refusal.getMessage());
    if (refusal instanceof PatchFailed) {
      status.putObject("details");
    } else if (ABOUT_AN_OBJECT.contains(refusal.reason())) {
      about.ifPresent(target -> details(status, target));
    }
    return status;
  }

  static ObjectNode success(Target target, String uid) {
    var status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    status.put("status", "Success");
    details(status, target);
    status.withObject("/details").put("uid", uid);
    return status;
  }

  private static void details(ObjectNode status, Target target) {
    var details = status.putObject("details");
    if (!target.name().isEmpty()) {
      details.put("name", target.name());
    }
    if (!target.resource().group().isEmpty()) {
      details.put("group", target.resource().group());
    }
    details.put("kind", target.resource().plural());
  }
}
