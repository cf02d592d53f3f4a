package dev.sluice.judge;

/// What is measured of a revision while it serves, with the unit of its values.
public enum Signal {
  /// Failed requests ÷ all requests, 0–1.
  ERROR_RATE,
  /// 99th percentile of the request duration, seconds.
  LATENCY_P99,
  /// Requests a second.
  REQUESTS,
  /// Share of the scarcest resource in use, 0–1.
  SATURATION
}
