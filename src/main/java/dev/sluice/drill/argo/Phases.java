package dev.sluice.drill.argo;

import dev.sluice.drill.argo.model.Rollout;
import dev.sluice.drill.argo.model.Status;

/// Sums a status up in a phase and a message.
final class Phases {
  private static final String PROGRESSING = "Progressing";

  private Phases() {}

  static void apply(Rollout rollout, Status status) {
    var phase = of(rollout, status);
    status.text("phase", phase.name());
    status.text("message", phase.message());
  }

  record Phase(String name, String message) {}

  static Phase of(Rollout rollout, Status status) {
    for (var condition : status.get("conditions")) {
      var type = condition.path("type").asText();
      var reason = condition.path("reason").asText();
      var message = condition.path("message").asText();
      if (type.equals("InvalidSpec")) {
        return new Phase("Degraded", type + ": " + message);
      }
      if (reason.equals("RolloutAborted") || reason.equals("ProgressDeadlineExceeded")) {
        return new Phase("Degraded", reason + ": " + message);
      }
    }
    if (rollout.paused()) {
      return new Phase("Paused", "manually paused");
    }
    if (!status.pauses().isEmpty()) {
      return new Phase("Paused", status.pauses().path(0).path("reason").asText());
    }
    var waits = waits(rollout, status);
    return waits.isEmpty() ? new Phase("Healthy", "") : new Phase(PROGRESSING, waits);
  }

  /// What it is still waiting for; empty for nothing.
  private static String waits(Rollout rollout, Status status) {
    boolean restarting =
        rollout.restartAt().isPresent() && !rollout.restartAt().equals(status.restartedAt());
    if (restarting) {
      return "rollout is restarting";
    }
    if (status.number("updatedReplicas") < rollout.replicas()) {
      return "more replicas need to be updated";
    }
    if (status.number("availableReplicas") < status.number("updatedReplicas")) {
      return "updated replicas are still becoming available";
    }
    return rollout.isBlueGreen() ? blueGreen(rollout, status) : canary(rollout, status);
  }

  private static String blueGreen(Rollout rollout, Status status) {
    var active = status.activeSelector();
    if (active.isEmpty() || !active.equals(status.current())) {
      return "active service cutover pending";
    }
    if (status.completed()) {
      return "";
    }
    var analysis = status.json().at("/blueGreen/postPromotionAnalysisRunStatus/status").asText();
    boolean waits =
        rollout.blueGreen().after().isPresent()
            && !analysis.matches("Successful|Failed|Error|Inconclusive");
    return waits
        ? "waiting for analysis to complete"
        : "waiting for post-promotion verification to complete";
  }

  private static String canary(Rollout rollout, Status status) {
    boolean old = status.number("replicas") > status.number("updatedReplicas");
    if (!rollout.canary().routed() && old) {
      return "old replicas are pending termination";
    }
    return status.completed() ? "" : "waiting for all steps to complete";
  }
}
