package dev.sluice.gate;

import dev.sluice.gate.report.Severity;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;

/// Demands for tests that are about one of them.
public final class UsualDemands {

  private UsualDemands() {}

  /// Limits, fresh data and pods that are ready.
  public static Demands of(Limits limits) {
    return new Demands(
        EnumSet.of(Gate.ERROR_RATE, Gate.LATENCY_P99, Gate.FRESH_DATA, Gate.REPLICAS_READY),
        limits,
        Duration.ZERO,
        1,
        Severity.CRITICAL,
        Duration.ofDays(7),
        Duration.ofMinutes(30),
        0.1,
        Optional.empty());
  }
}
