package dev.sluice.conduct;

import java.time.Duration;
import java.util.Optional;

/// One stage of a plan: a share of the traffic and how long it soaks there.
///
/// @param weight percent on the canary, 0–100
/// @param soak how long, or empty when it goes on only when a person says so
public record Stage(int weight, Optional<Duration> soak) {

  /// A stage that soaks for a time.
  public static Stage of(int weight, Duration soak) {
    return new Stage(weight, Optional.of(soak));
  }
}
