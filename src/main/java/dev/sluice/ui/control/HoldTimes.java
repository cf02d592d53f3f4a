package dev.sluice.ui.control;

import java.time.Duration;

/// How long buttons are held: the more harm, the longer.
public final class HoldTimes {
  /// A rollback.
  public static final Duration ROLLBACK = Duration.ofMillis(600);

  /// Whatever brings users onto something new.
  public static final Duration PROMOTION = Duration.ofMillis(1200);

  private HoldTimes() {}
}
