package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// The status of a Rollout. What is empty, zero or false is left out of it, as the real controller
/// leaves it out.
public record Status(ObjectNode json) {

  public static Status fresh() {
    return new Status(JsonNodeFactory.instance.objectNode());
  }

  public Status copy() {
    return new Status(json.deepCopy());
  }

  public JsonNode get(String field) {
    return json.path(field);
  }

  public String text(String field) {
    return json.path(field).asText();
  }

  public int number(String field) {
    return json.path(field).asInt();
  }

  public boolean flag(String field) {
    return json.path(field).asBoolean();
  }

  public void text(String field, String value) {
    put(field, JsonNodeFactory.instance.textNode(value), value.isEmpty());
  }

  public void number(String field, long value) {
    put(field, JsonNodeFactory.instance.numberNode(value), value == 0);
  }

  public void flag(String field, boolean value) {
    put(field, JsonNodeFactory.instance.booleanNode(value), !value);
  }

  public void set(String field, JsonNode value) {
    put(field, value.deepCopy(), value.isMissingNode() || value.isNull() || isBare(value));
  }

  private static boolean isBare(JsonNode value) {
    return value.isContainerNode() && value.isEmpty();
  }

  private void put(String field, JsonNode value, boolean without) {
    if (without) {
      json.remove(field);
    } else {
      json.set(field, value);
    }
  }

  /// `canary` or `blueGreen`, made when it is not there.
  public ObjectNode part(String name) {
    return json.withObject("/" + name);
  }

  public String current() {
    return text("currentPodHash");
  }

  public String stable() {
    return text("stableRS");
  }

  /// Whether no update is under way.
  public boolean promoted() {
    return stable().equals(current());
  }

  /// Whether one has ever been finished, and none is under way.
  public boolean completed() {
    return promoted() && !stable().isEmpty();
  }

  public boolean aborted() {
    return flag("abort");
  }

  public boolean promotesFully() {
    return flag("promoteFull");
  }

  public boolean controllerPause() {
    return flag("controllerPause");
  }

  public JsonNode pauses() {
    return json.path("pauseConditions");
  }

  /// When the pause for that reason began.
  public Optional<Instant> pausedSince(String reason) {
    return pauses()
        .valueStream()
        .filter(pause -> pause.path("reason").asText().equals(reason))
        .findFirst()
        .flatMap(pause -> Times.read(pause.path("startTime")));
  }

  public OptionalInt stepIndex() {
    return json.hasNonNull("currentStepIndex")
        ? OptionalInt.of(number("currentStepIndex"))
        : OptionalInt.empty();
  }

  /// A zero is kept: it is the first step.
  public void stepIndex(int index) {
    json.put("currentStepIndex", index);
  }

  public JsonNode weights() {
    return json.at("/canary/weights");
  }

  public String activeSelector() {
    return json.at("/blueGreen/activeSelector").asText();
  }

  public String previewSelector() {
    return json.at("/blueGreen/previewSelector").asText();
  }

  public boolean checkpoint() {
    return json.at("/blueGreen/scaleUpPreviewCheckPoint").asBoolean();
  }

  public Optional<Instant> restartedAt() {
    return Times.read(get("restartedAt"));
  }
}
