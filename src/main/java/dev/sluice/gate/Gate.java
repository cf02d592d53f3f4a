package dev.sluice.gate;

import dev.sluice.judge.Signal;
import java.util.Optional;

/// A condition that a promotion waits for, in the order in which they are shown.
public enum Gate {
  /// The canary's share of failed requests is within its limit.
  ERROR_RATE,
  /// The canary's 99th percentile latency is within its limit.
  LATENCY_P99,
  /// What is measured is new enough to go by.
  FRESH_DATA,
  /// The newer revision has its pods, and the stable one the pods to go back to.
  REPLICAS_READY,
  /// The stage has lasted as long as the policy asks for.
  SOAK,
  /// All tests of this very build have passed.
  TESTS,
  /// A scan of this very build found nothing grave that is not answered.
  VULNERABILITIES,
  /// Every image is named by what it is, not by a tag that may move.
  IMAGE,
  /// A person has looked at the charts of this revision at this stage and has signed.
  REVIEW,
  /// Enough of the error budget is left to risk some of it.
  BUDGET,
  /// No freeze holds.
  FREEZE,
  /// What the policies ask for is known: none has a mistake, for which all of it would not apply.
  POLICY;

  /// What is measured for it of what users feel; empty for every other gate.
  public Optional<Signal> felt() {
    return switch (this) {
      case ERROR_RATE -> Optional.of(Signal.ERROR_RATE);
      case LATENCY_P99 -> Optional.of(Signal.LATENCY_P99);
      case FRESH_DATA,
          REPLICAS_READY,
          SOAK,
          TESTS,
          VULNERABILITIES,
          IMAGE,
          REVIEW,
          BUDGET,
          FREEZE,
          POLICY ->
          Optional.empty();
    };
  }
}
