package dev.sluice.gate;

import dev.sluice.judge.Signal;
import java.time.Duration;
import java.util.OptionalDouble;

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

  private static final double NANOS = 1e9;

  /// The highest value of that signal, in its unit; empty for one that has no limit.
  public OptionalDouble of(Signal signal) {
    return switch (signal) {
      case ERROR_RATE -> OptionalDouble.of(errorRate);
      case LATENCY_P99 -> OptionalDouble.of(latencyP99.toNanos() / NANOS);
      case SATURATION -> OptionalDouble.of(saturation);
      case REQUESTS -> OptionalDouble.empty();
    };
  }
}
