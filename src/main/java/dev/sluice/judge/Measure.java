package dev.sluice.judge;

import java.util.OptionalDouble;

/// What is judged of a release, and how strictly.
///
/// @param signal [Signal#ERROR_RATE]: bad requests are those that failed; [Signal#LATENCY_P99]:
///   those slower than the limit
/// @param tolerated how many times the stable revision's share of bad requests is nothing yet to
///   call a regression, above 1; 1.2 as a rule
/// @param limit the highest share of bad requests whatever the stable revision does, 0–1; empty for
///   none
/// @param alpha how likely at most a healthy canary may ever be called regressed by this measure in
///   the whole release, however often one looks: the release's 1 % divided by its measures
public record Measure(Signal signal, double tolerated, OptionalDouble limit, double alpha) {

  /// The chance of a false alarm that a whole release may have.
  public static final double RELEASE_ALPHA = 0.01;

  /// The ratio that is tolerated as a rule.
  public static final double TOLERATED = 1.2;

  public Measure {
    if (!(tolerated > 1 && alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(tolerated + " tolerated, alpha " + alpha);
    } else if (signal != Signal.ERROR_RATE && signal != Signal.LATENCY_P99) {
      throw new IllegalArgumentException("No requests to count for " + signal);
    }
  }

  /// One of `together` measures that share a release's chance of a false alarm.
  public static Measure of(Signal signal, OptionalDouble limit, int together) {
    return new Measure(signal, TOLERATED, limit, RELEASE_ALPHA / together);
  }
}
