package dev.sluice.gate;

import dev.sluice.gate.report.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What a release is asked for at the stage it stands at.
///
/// @param gates those that its promotion waits for
/// @param soak how long the stage has to last
/// @param testsAtLeast how many tests must have run
/// @param vulnerableFrom the lowest severity that counts
/// @param scannedWithin a scan older than this is none
/// @param reviewedWithin a signature older than this is none
/// @param budgetAtLeast the share of the error budget that must be left
/// @param freeze the freeze that holds now
public record Demands(
    Set<Gate> gates,
    Limits limits,
    Duration soak,
    int testsAtLeast,
    Severity vulnerableFrom,
    Duration scannedWithin,
    Duration reviewedWithin,
    double budgetAtLeast,
    Optional<Frozen> freeze) {

  /// A time without releases.
  ///
  /// @param reason in the words of those who set it
  public record Frozen(String reason, Instant until) {}

  public Demands {
    gates = Set.copyOf(gates);
  }
}
