package dev.sluice.judge;

/// Why a verdict is still out.
public enum Lack {
  /// No slice of this stage carries evidence.
  NO_DATA,
  /// Both fit what was counted: a canary that is worse than it may be, and one that is not.
  TOO_LITTLE,
  /// No two stable pods to learn from how much pods differ by themselves.
  ONE_STABLE_POD,
  /// The arm as a whole holds, one of its pods does not.
  ONE_BAD_POD,
  /// Canary and stable revision are both over the limit.
  BOTH_OVER_LIMIT,
  /// The stable revision itself fails so much that being no worse proves nothing.
  STABLE_SICK,
  /// What was counted lately speaks against what was counted before.
  TURNING,
  /// All traffic is on the newer revision: there is nothing to compare it with.
  NO_STABLE
}
