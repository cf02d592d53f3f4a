package dev.sluice.gate;

import dev.sluice.text.Words;
import java.time.Instant;
import java.util.Optional;

/// What a gate found.
///
/// @param evidence the figures it goes by
/// @param threshold what they are held to
/// @param asOf when the evidence was measured; empty when there is none
public record Finding(
    Gate gate, Verdict verdict, Words evidence, Words threshold, Optional<Instant> asOf) {

  /// A gate's answer. Only [#PASS] and [#NOT_YET] let a promotion through.
  public enum Verdict {
    PASS,
    FAIL,
    /// No data, old data, too little: never a pass.
    UNDECIDED,
    /// Cannot be measured at this point by anybody: no user is on the new revision yet.
    NOT_YET
  }

  /// Whether a promotion must wait for this gate.
  public boolean holds() {
    return verdict == Verdict.FAIL || verdict == Verdict.UNDECIDED;
  }
}
