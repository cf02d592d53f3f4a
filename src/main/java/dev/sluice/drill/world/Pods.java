package dev.sluice.drill.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What pods say of themselves.
public final class Pods {
  private Pods() {}

  /// Whether it takes requests.
  public static boolean ready(JsonNode pod) {
    return readiness(pod).isPresent();
  }

  /// Its condition that says that it takes requests; empty while it does not.
  public static Optional<JsonNode> readiness(JsonNode pod) {
    return pod.at("/status/conditions")
        .valueStream()
        .filter(condition ->
            condition.path("type").asText().equals("Ready")
                && condition.path("status").asText().equals("True"))
        .findFirst();
  }
}
