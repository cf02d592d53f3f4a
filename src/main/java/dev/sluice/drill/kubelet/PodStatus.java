package dev.sluice.drill.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The status that a kubelet would report of a pod.
record PodStatus(JsonNode pod, Life life, Life.Moment moment) {

  ObjectNode json() {
    var status = JsonNodeFactory.instance.objectNode();
    boolean started = moment.state() != Life.State.CREATING && moment.state() != Life.State.PULLING;
    status.put("phase", started ? "Running" : "Pending");
    status.put("startTime", text(life.born()));
    status.put("hostIP", "10.0.0.1");
    status.put("podIP", address(pod.at("/metadata/uid").asText()));
    status.put("qosClass", "BestEffort");
    boolean ready = moment.state() == Life.State.READY;
    var conditions = status.putArray("conditions");
    for (var type : List.of("Initialized", "PodScheduled")) {
      conditions
          .addObject()
          .put("type", type)
          .put("status", "True")
          .put("lastTransitionTime", text(life.born()));
    }
    for (var type : List.of("Ready", "ContainersReady")) {
      var condition =
          conditions
              .addObject()
              .put("type", type)
              .put("status", ready ? "True" : "False")
              .put("lastTransitionTime", text(moment.since()));
      if (!ready) {
        condition.put("reason", "ContainersNotReady");
      }
    }
    var statuses = status.putArray("containerStatuses");
    pod.at("/spec/containers").forEach(one -> container(one, statuses.addObject(), ready));
    return status;
  }

  private void container(JsonNode container, ObjectNode status, boolean ready) {
    var image = container.path("image").asText();
    status.put("name", container.path("name").asText());
    status.put("image", image).put("imageID", image);
    status.put("ready", ready).put("started", ready);
    status.put("restartCount", moment.restarts());
    var state = status.putObject("state");
    var last = status.putObject("lastState");
    switch (moment.state()) {
      case CREATING -> state.putObject("waiting").put("reason", "ContainerCreating");
      case PULLING ->
          state
              .putObject("waiting")
              .put("reason", "ImagePullBackOff")
              .put("message", "Back-off pulling image \"" + image + "\"");
      case WAITING ->
          state
              .putObject("waiting")
              .put("reason", "CrashLoopBackOff")
              .put("message", "back-off restarting failed container");
      case RUNNING, READY -> state.putObject("running").put("startedAt", text(started()));
    }
    moment.ended().ifPresent(run -> terminated(run, last.putObject("terminated")));
  }

  private Instant started() {
    return moment.state() == Life.State.READY ? moment.since().minus(life.warm()) : moment.since();
  }

  private void terminated(Life.Run run, ObjectNode state) {
    if (life.mishap() instanceof Mishap.Crash crash) {
      state.put("exitCode", crash.exitCode()).put("reason", crash.reason());
      state.put("startedAt", text(run.started())).put("finishedAt", text(run.finished()));
    }
  }

  /// Looks like one, and differs from pod to pod.
  private static String address(String uid) {
    int hash = uid.hashCode() & 0xFFFF;
    return "10.1." + (hash >> 8) + "." + (hash & 0xFF);
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
