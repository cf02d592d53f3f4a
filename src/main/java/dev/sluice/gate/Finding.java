package dev.sluice.gate;

import dev.sluice.text.Words;
import java.time.Instant;
import java.util.Optional;

/// What a gate found.
///
/// @param evidence the figures it goes by
/// @param threshold what they are held to
/// @param asOf when the evidence was measured or made, on the clock of the readings; empty when
///   there is none
/// @param change what would make it pass; empty for one that passes
public record Finding(
    Gate gate,
    Verdict verdict,
    Words evidence,
    Words threshold,
    Optional<Instant> asOf,
    Optional<Words> change) {

  /// A gate's answer. Only [#PASS] and [#NOT_YET] let a promotion through.
  public enum Verdict {
    PASS,
    FAIL,
    /// No data, old data, too little: never a pass.
    UNDECIDED,
    /// Cannot be measured at this point by anybody: no user is on the new revision yet.
    NOT_YET
  }

  static Finding pass(Gate gate, Words evidence, Words threshold, Optional<Instant> asOf) {
    return new Finding(gate, Verdict.PASS, evidence, threshold, asOf, Optional.empty());
  }

  static Finding fail(
      Gate gate, Words evidence, Words threshold, Optional<Instant> asOf, Words change) {
    return new Finding(gate, Verdict.FAIL, evidence, threshold, asOf, Optional.of(change));
  }

  static Finding open(
      Gate gate, Words evidence, Words threshold, Optional<Instant> asOf, Words change) {
    return new Finding(gate, Verdict.UNDECIDED, evidence, threshold, asOf, Optional.of(change));
  }

  static Finding notYet(Gate gate, Words evidence, Words threshold, Words change) {
    return new Finding(
        gate, Verdict.NOT_YET, evidence, threshold, Optional.empty(), Optional.of(change));
  }

  /// Whether a promotion must wait for this gate.
  public boolean holds() {
    return verdict == Verdict.FAIL || verdict == Verdict.UNDECIDED;
  }

  /// Whether it goes by what users feel: their errors and how long they wait.
  public boolean felt() {
    return gate.felt().isPresent();
  }

  /// Whether users get more errors or wait longer than they may.
  public boolean hurts() {
    return felt() && verdict == Verdict.FAIL;
  }
}
