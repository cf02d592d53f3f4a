package dev.sluice.cluster.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Pauses that double from the shortest to the longest, each shortened at random by up to half, so
/// that many clients of one API server do not come back in step. One thread uses it.
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  Duration next() {
    Duration current = next;
    Duration doubled = current.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return Duration.ofNanos((long) (current.toNanos() * (0.5 + random.nextDouble() / 2)));
  }

  void reset() {
    next = first;
  }
}
