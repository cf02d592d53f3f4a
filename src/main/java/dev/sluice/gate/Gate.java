package dev.sluice.gate;

/// A condition that a promotion waits for.
public enum Gate {
  /// The canary's share of failed requests is within its limit.
  ERROR_RATE,
  /// The canary's 99th percentile latency is within its limit.
  LATENCY_P99,
  /// What is measured is new enough to go by.
  FRESH_DATA,
  /// The newer revision has its pods, and the stable one the pods to go back to.
  REPLICAS_READY
}
