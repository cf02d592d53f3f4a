package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// The conditions in a status, which keep the order in which they were set last.
///
/// @param now when they are set
public record Conditions(Status status, Instant now) {
  public static final String PROGRESSING = "Progressing";
  public static final String PAUSED = "Paused";
  public static final String HEALTHY = "Healthy";
  public static final String COMPLETED = "Completed";
  public static final String AVAILABLE = "Available";
  public static final String INVALID = "InvalidSpec";

  /// How a condition stands: `True`, `False` or `Unknown`.
  public record Value(String status, String reason, String message) {

    static Value of(JsonNode condition) {
      return new Value(
          condition.path("status").asText(),
          condition.path("reason").asText(),
          condition.path("message").asText());
    }

    public boolean isTrue() {
      return status.equals("True");
    }
  }

  public Optional<Value> get(String type) {
    return find(type).map(Value::of);
  }

  public boolean hasReason(String type, String reason) {
    return get(type).filter(value -> value.reason().equals(reason)).isPresent();
  }

  /// When it was last heard of.
  public Optional<Instant> updated(String type) {
    return find(type).flatMap(condition -> Times.read(condition.path("lastUpdateTime")));
  }

  /// Nothing happens when status and reason are the same already, whatever the message says.
  ///
  /// @return whether something happened
  public boolean set(String type, Value value) {
    var before = find(type);
    boolean same =
        before
            .map(Value::of)
            .filter(old -> old.status().equals(value.status()))
            .filter(old -> old.reason().equals(value.reason()))
            .isPresent();
    if (same) {
      return false;
    }
    renew(type, value);
    return true;
  }

  /// Sets it though it may say the same, so that it was heard of now. The time of its last
  /// transition stays when the status does.
  public void renew(String type, Value value) {
    var before = find(type);
    remove(type);
    var since =
        before
            .filter(old -> old.path("status").asText().equals(value.status()))
            .map(old -> old.path("lastTransitionTime").asText())
            .orElse(Times.text(now));
    all()
        .addObject()
        .put("type", type)
        .put("status", value.status())
        .put("lastUpdateTime", Times.text(now))
        .put("lastTransitionTime", since)
        .put("reason", value.reason())
        .put("message", value.message());
  }

  public void remove(String type) {
    var all = all();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.path(i).path("type").asText().equals(type)) {
        all.remove(i);
      }
    }
    if (all.isEmpty()) {
      status.json().remove("conditions");
    }
  }

  private Optional<ObjectNode> find(String type) {
    return status
        .get("conditions")
        .valueStream()
        .filter(condition -> condition.path("type").asText().equals(type))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  private ArrayNode all() {
    return status.json().withArray("/conditions");
  }
}
