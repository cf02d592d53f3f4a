package dev.sluice.drill.traffic;

/// How long requests take: log-normal around a median, and around a second for those that are slow.
final class Durations {
  /// Upper bounds of the buckets, seconds, as OpenTelemetry advises them; one more is infinite.
  static final double[] BOUNDS = {
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private static final double SPREAD = 0.457;
  private static final double SLOW_MEDIAN = 1.2;
  private static final double SLOW_SPREAD = 0.35;
  private static final double BEYOND = 12;

  private Durations() {}

  /// The chance to take longer than one bound, of those that took longer than the one before.
  static double stays(int bucket, Profile profile, Quality quality) {
    double before = bucket == 0 ? 1 : longer(BOUNDS[bucket - 1], profile, quality);
    double now = bucket == BOUNDS.length ? 0 : longer(BOUNDS[bucket], profile, quality);
    return before <= 0 ? 0 : now / before;
  }

  private static double longer(double bound, Profile profile, Quality quality) {
    double usual = tail(Math.log(bound / (profile.median() * quality.stretch())) / SPREAD);
    double slow = tail(Math.log(bound / SLOW_MEDIAN) / SLOW_SPREAD);
    return (1 - quality.slow()) * usual + quality.slow() * slow;
  }

  /// What a request in that bucket takes, near enough.
  static double typical(int bucket) {
    double from = bucket == 0 ? 0 : BOUNDS[bucket - 1];
    return bucket == BOUNDS.length ? BEYOND : (from + BOUNDS[bucket]) / 2;
  }

  /// The chance that a standard normal value is above `x`. Abramowitz and Stegun, 26.2.17; off by
  /// less than 1e-7.
  static double tail(double x) {
    if (x < 0) {
      return 1 - tail(-x);
    }
    double t = 1 / (1 + 0.2316419 * x);
    double poly =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return poly * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
