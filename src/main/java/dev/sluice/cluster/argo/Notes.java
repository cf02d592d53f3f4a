package dev.sluice.cluster.argo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.act.Request;
import dev.sluice.release.Release;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Events (core/v1) about a Rollout, so that whoever looks at it sees what a person did.
///
/// @param user who did it, as the API server calls that person
record Notes(Clock clock, String user) {
  /// The component that reports it.
  static final String CONSOLE = "sluice";

  /// More the API server's newer Event API does not take.
  private static final int LONGEST = 1024;

  Request about(Release release, String reason, String message) {
    var ref = release.ref();
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    var event = JsonNodeFactory.instance.objectNode();
    event.put("apiVersion", "v1").put("kind", "Event");
    event
        .putObject("metadata")
        .put("generateName", ref.name() + ".sluice.")
        .put("namespace", ref.namespace());
    event
        .putObject("involvedObject")
        .put("apiVersion", "argoproj.io/v1alpha1")
        .put("kind", "Rollout")
        .put("name", ref.name())
        .put("namespace", ref.namespace())
        .put("uid", release.version().uid())
        .put("resourceVersion", release.version().resourceVersion());
    event
        .put("type", "Normal")
        .put("reason", reason)
        .put("message", message.substring(0, Math.min(message.length(), LONGEST)))
        .put("firstTimestamp", now)
        .put("lastTimestamp", now)
        .put("count", 1)
        .put("reportingComponent", CONSOLE);
    event.putObject("source").put("component", user);
    var path = "/api/v1/namespaces/" + ref.namespace() + "/events?fieldManager=sluice";
    return new Request("POST", path, "application/json", event.toString());
  }
}
