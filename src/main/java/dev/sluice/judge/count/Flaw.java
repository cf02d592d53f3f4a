package dev.sluice.judge.count;

/// Why a slice carries no evidence.
public enum Flaw {
  /// A series has no sample that is fresh at an edge, or one that is no number.
  GAP,
  /// The metrics server says that its answer is not the whole one.
  PARTIAL,
  /// A canary's counter began anew: what it had counted before is lost.
  RESET,
  /// The canary's pods have only begun to serve.
  COLD_START,
  /// The weight turned within it, so that no one share of the traffic holds for it.
  WEIGHT
}
