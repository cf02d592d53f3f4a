package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/// How long pods stay up that are no longer needed.
final class Delays {
  private static final int SECONDS = 30;

  private Delays() {}

  static Duration of(JsonNode seconds) {
    return Duration.ofSeconds(seconds.asInt(SECONDS));
  }

  /// After an abort a zero means for ever.
  static Optional<Duration> orEver(JsonNode seconds) {
    return Optional.of(of(seconds)).filter(Duration::isPositive);
  }
}
