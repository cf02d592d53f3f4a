package dev.sluice.races;

import com.fasterxml.jackson.databind.JsonNode;

/// Where a rollout stands: what its manifest and status say in the API server's store.
///
/// @param pausing whether the controller's own pause stands there
/// @param lifted whether that pause was taken away and the controller has not noticed yet
/// @param paused whether a person's pause stands in the manifest
/// @param full whether a full promotion is asked for
record Position(
    String uid,
    long generation,
    String version,
    String stable,
    String current,
    int step,
    boolean pausing,
    boolean lifted,
    boolean paused,
    boolean aborted,
    boolean full) {

  static Position of(JsonNode rollout) {
    var status = rollout.path("status");
    boolean pausing = !status.path("pauseConditions").isEmpty();
    return new Position(
        rollout.at("/metadata/uid").asText(),
        rollout.at("/metadata/generation").asLong(),
        rollout.at("/metadata/resourceVersion").asText(),
        status.path("stableRS").asText(),
        status.path("currentPodHash").asText(),
        status.path("currentStepIndex").asInt(),
        pausing,
        status.path("controllerPause").asBoolean() && !pausing,
        rollout.at("/spec/paused").asBoolean(),
        status.path("abort").asBoolean(),
        status.path("promoteFull").asBoolean());
  }

  boolean updating() {
    return !stable.equals(current);
  }

  /// Whether users are brought to that revision and stay there.
  boolean backOn(String target) {
    return stable.equals(target) && (current.equals(target) || aborted) && !(full && updating());
  }

  /// Whether both are the same walk of the same update.
  boolean sameWalk(Position other) {
    return uid.equals(other.uid)
        && current.equals(other.current)
        && stable.equals(other.stable)
        && aborted == other.aborted;
  }

  @Override
  public String toString() {
    return "g%d v%s %s→%s step %d%s%s%s%s%s"
        .formatted(
            generation,
            version,
            stable,
            current,
            step,
            pausing ? " pausing" : "",
            lifted ? " lifted" : "",
            paused ? " paused" : "",
            aborted ? " aborted" : "",
            full ? " full" : "");
  }
}
