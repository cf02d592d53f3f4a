package dev.sluice.release;

import java.time.Instant;

/// Why the engine stands still, and since when.
///
/// @param reason the engine's word: `CanaryPauseStep`, `BlueGreenPause`, `InconclusiveAnalysisRun`
///   …
public record PauseReason(String reason, Instant since) {

  /// Whether an analysis without a clear answer is the reason.
  public boolean inconclusive() {
    return reason.startsWith("Inconclusive");
  }
}
