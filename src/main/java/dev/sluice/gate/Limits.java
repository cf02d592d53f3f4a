package dev.sluice.gate;

import java.time.Duration;

/// What a service's canary is held to.
///
/// @param errorRate highest share of failed requests, 0–1
/// @param latencyP99 highest 99th percentile of the request duration
/// @param saturation highest share of the scarcest resource in use, drawn as a line, 0–1
/// @param freshness measurements older than this are no evidence
public record Limits(double errorRate, Duration latencyP99, double saturation, Duration freshness) {

  /// What applies where nothing else is said: 1 %, 500 ms, 80 %, 1 min.
  public static final Limits DEFAULT =
      new Limits(0.01, Duration.ofMillis(500), 0.8, Duration.ofMinutes(1));
}
