package dev.sluice.metrics;

import java.time.Duration;

/// How finely a metrics server measures.
///
/// @param interval between two scrapes of one target
/// @param window over how much time a rate is taken; four scrapes at least, so that one that fails
///   leaves no gap
public record Sampling(Duration interval, Duration window) {
  private static final Duration LEAST = Duration.ofMinutes(1);

  /// Scrapes every 15 s, which is what most have.
  public static final Sampling USUAL = every(Duration.ofSeconds(15));

  /// A window of four scrapes, a minute at least.
  public static Sampling every(Duration interval) {
    var four = interval.multipliedBy(4);
    return new Sampling(interval, four.compareTo(LEAST) > 0 ? four : LEAST);
  }

  /// The window for points that are `step` milliseconds apart: so wide that nothing falls between
  /// two of them.
  Duration windowAt(long step) {
    var wide = interval.plusMillis(step);
    return wide.compareTo(window) > 0 ? wide : window;
  }
}
