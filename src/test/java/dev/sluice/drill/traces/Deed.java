package dev.sluice.drill.traces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.act.Request;
import java.time.Instant;

/// Something a person does in a situation.
///
/// @param verb what it is called
/// @param seconds how long nothing is done before it, nor looked at
/// @param atOnce whether the next one comes after a second, without waiting how it ends
/// @param write what is sent, by what stands in the cluster; null for a wait
record Deed(String verb, int seconds, boolean atOnce, Write write) {
  static final String NOW = "1970-01-01T00:00:00Z";

  /// A node that is not there.
  static final String NOWHERE = "nowhere";

  private static final String MERGE = "application/merge-patch+json";
  private static final String JSON = "application/json-patch+json";

  /// Makes the request.
  interface Write {
    Request of(String path, Seen seen);
  }

  static Deed await(int seconds) {
    return new Deed("wait", seconds, false, (_, _) -> null);
  }

  Deed atOnceThen() {
    return new Deed(verb, seconds, true, write);
  }

  static Deed status(String verb, String body) {
    return new Deed(
        verb, 0, false, (path, _) -> merge(path + "/status", "{'status':" + body + "}"));
  }

  static Deed spec(String verb, String body) {
    return new Deed(verb, 0, false, (path, _) -> merge(path, "{'spec':" + body + "}"));
  }

  private static Request merge(String path, String body) {
    return new Request("PATCH", path, MERGE, body.replace('\'', '"'));
  }

  static Deed deploy(String version) {
    return new Deed("set image " + version, 0, false, (path, _) -> image(path, version));
  }

  /// A version whose pods never start, since their node is not there.
  static Deed deployStuck(String version) {
    return new Deed(
        "set image " + version + ", stuck", 0, false, (path, _) -> stuck(path, version));
  }

  private static Request stuck(String path, String version) {
    var change =
        """
        [{"op":"replace","path":"/spec/template/spec/containers/0/image","value":"shop:%s"},\
        {"op":"replace","path":"/spec/template/spec/nodeName","value":"%s"}]
        """;
    return new Request("PATCH", path, JSON, change.strip().formatted(version, NOWHERE));
  }

  /// The same where the template stands in a Deployment.
  static Deed deployDeployment(String version) {
    return new Deed(
        "set image " + version,
        0,
        false,
        (path, _) ->
            image(
                path.replace("argoproj.io/v1alpha1", "apps/v1").replace("rollouts", "deployments"),
                version));
  }

  private static Request image(String path, String version) {
    var change =
        """
        [{"op":"replace","path":"/spec/template/spec/containers/0/image","value":"shop:%s"}]
        """;
    return new Request("PATCH", path, JSON, change.strip().formatted(version));
  }

  /// As Argo's command line promotes: by what it sees.
  static Deed promote() {
    return new Deed("promote", 0, false, (path, seen) -> merge(path + "/status", promotion(seen)));
  }

  private static String promotion(Seen seen) {
    var status = seen.rollout().path("status");
    int next = status.path("currentStepIndex").asInt() + 1;
    if (!status.path("pauseConditions").isEmpty()) {
      return "{'status':{'pauseConditions':null}}";
    }
    return seen.rollout().at("/spec/strategy/canary/steps").isEmpty()
        ? "{'status':{'pauseConditions':null}}"
        : "{'status':{'pauseConditions':null,'currentStepIndex':" + next + "}}";
  }

  static Deed promoteFull() {
    return status("promote full", "{'promoteFull':true}");
  }

  static Deed abort() {
    return status("abort", "{'abort':true}");
  }

  static Deed retry() {
    return status("retry", "{'abort':false}");
  }

  static Deed pause() {
    return spec("pause", "{'paused':true}");
  }

  static Deed resume() {
    return spec("resume", "{'paused':false}");
  }

  static Deed restart() {
    return spec("restart", "{'restartAt':'" + NOW + "'}");
  }

  static Deed scale(int replicas) {
    return spec("scale " + replicas, "{'replicas':" + replicas + "}");
  }

  /// Puts the template of an earlier version back, as its ReplicaSet has it.
  static Deed undo(String version) {
    return new Deed(
        "undo to " + version,
        0,
        false,
        (path, seen) -> new Request("PATCH", path, JSON, undone(seen.set(version))));
  }

  private static String undone(JsonNode set) {
    ObjectNode template = set.at("/spec/template").deepCopy();
    ((ObjectNode) template.at("/metadata/labels")).remove("rollouts-pod-template-hash");
    return "[{\"op\":\"replace\",\"path\":\"/spec/template\",\"value\":" + template + "}]";
  }

  /// With the time it is sent where it says so.
  static Request timed(Request request, Instant now) {
    return new Request(
        request.method(),
        request.path(),
        request.contentType(),
        request.body().replace(NOW, now.toString()));
  }
}
