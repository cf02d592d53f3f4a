package dev.sluice.drill.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sluice.drill.api.Audit;
import dev.sluice.drill.debrief.Deed;
import dev.sluice.drill.debrief.Deed.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells from what somebody wrote what it was for.
final class Deeds {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Deeds() {}

  /// Empty for a write to anything but that release.
  static Optional<Deed> of(Audit.Deed write, Subject subject) {
    boolean meant =
        write.resource().startsWith("rollouts")
            && write.namespace().equals(subject.namespace())
            && write.name().equals(subject.rollout());
    return meant
        ? Optional.of(new Deed(write.at(), kind(write.body()), write.accepted()))
        : Optional.empty();
  }

  private static Kind kind(String body) {
    var json = json(body);
    return Stream.of(
            found(json, "/status/abort", true, Kind.ABORT),
            found(json, "/status/promoteFull", true, Kind.PROMOTE_FULLY),
            patched(json, "/spec/template").map(_ -> Kind.UNDO),
            found(json, "/spec/paused", true, Kind.PAUSE),
            found(json, "/status/abort", false, Kind.RETRY),
            advanced(json).map(_ -> Kind.PROMOTE),
            found(json, "/spec/paused", false, Kind.RESUME))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Kind.OTHER);
  }

  /// Whether a merge patch, or an operation of a JSON Patch, sets that.
  private static Optional<Kind> found(JsonNode json, String path, boolean value, Kind kind) {
    return Stream.concat(Stream.of(json.at(path)), patched(json, path).stream())
        .filter(one -> one.isBoolean() && one.asBoolean() == value)
        .map(_ -> kind)
        .findFirst();
  }

  private static Optional<JsonNode> advanced(JsonNode json) {
    return json.path("status").has("pauseConditions")
        ? Optional.of(json)
        : Stream.of("/status/currentStepIndex", "/status/pauseConditions")
            .flatMap(path -> written(json, path))
            .findFirst();
  }

  private static Optional<JsonNode> patched(JsonNode json, String path) {
    return written(json, path).map(operation -> operation.path("value")).findFirst();
  }

  /// The operations of a JSON Patch that write there; a test writes nothing.
  private static Stream<JsonNode> written(JsonNode json, String path) {
    return json.isArray()
        ? json.valueStream()
            .filter(operation ->
                operation.path("path").asText().equals(path)
                    && !operation.path("op").asText().equals("test"))
        : Stream.empty();
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }
}
