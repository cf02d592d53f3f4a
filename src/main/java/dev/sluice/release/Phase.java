package dev.sluice.release;

/// Where a release stands, in the engine's own terms.
public enum Phase {
  /// The controller is at work, or has not yet seen the newest spec.
  PROGRESSING,
  /// It waits: for a time, or for a person.
  PAUSED,
  /// The desired revision is stable and complete.
  HEALTHY,
  /// It failed or was aborted.
  DEGRADED,
  /// The engine has not said.
  UNKNOWN
}
