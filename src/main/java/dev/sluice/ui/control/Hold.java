package dev.sluice.ui.control;

import java.time.Duration;
import java.util.function.LongSupplier;

/// One press-and-hold gesture, from press to release, on a clock that is handed in. However often a
/// key repeats or two input devices press at once, a gesture completes once at most; the next one
/// begins only after a release.
final class Hold {

  /// Where the gesture stands.
  enum Phase {
    /// Nothing pressed.
    IDLE,
    /// Pressed, and the time runs.
    RUNNING,
    /// Complete or let go, but still pressed: nothing happens until the release.
    SPENT
  }

  private final long needed;
  private final LongSupplier nanos;
  private Phase phase = Phase.IDLE;
  private long since;

  /// @param time how long must be held
  /// @param nanos a clock like [System#nanoTime]
  Hold(Duration time, LongSupplier nanos) {
    this.needed = time.toNanos();
    this.nanos = nanos;
  }

  Phase phase() {
    return phase;
  }

  /// Whether this press began a gesture; a repeated one does not.
  boolean press() {
    if (phase != Phase.IDLE) {
      return false;
    }
    phase = Phase.RUNNING;
    since = nanos.getAsLong();
    return true;
  }

  /// Whether this release broke off a gesture that was not complete.
  boolean release() {
    boolean early = phase == Phase.RUNNING;
    phase = Phase.IDLE;
    return early;
  }

  /// Whether a gesture was broken off from outside. What is pressed stays without effect until it
  /// is released.
  boolean letGo() {
    if (phase != Phase.RUNNING) {
      return false;
    }
    phase = Phase.SPENT;
    return true;
  }

  /// Whether the gesture has just become complete.
  boolean complete() {
    if (phase != Phase.RUNNING || progress() < 1) {
      return false;
    }
    phase = Phase.SPENT;
    return true;
  }

  /// The share of the time that is over, 0–1; 0 while nothing runs.
  double progress() {
    return phase == Phase.RUNNING
        ? Math.clamp((nanos.getAsLong() - since) / (double) needed, 0.0, 1.0)
        : 0;
  }
}
