package dev.sluice.ui.wall;

import java.time.Instant;

/// A few pixels aside, another few each minute, so that a screen that shows the wall for weeks
/// keeps no ghost of it. It goes around once in 24 minutes.
///
/// @param x to the right, in pixels at 1080p
/// @param y downward
public record Drift(int x, int y) {
  static final int REACH = 4;

  private static final int AROUND = 24;
  private static final int SECONDS = 60;

  /// Where everything stands at that moment.
  public static Drift at(Instant now) {
    long step = Math.floorMod(Math.floorDiv(now.getEpochSecond(), SECONDS), (long) AROUND);
    double angle = 2 * Math.PI * step / AROUND;
    return new Drift(
        (int) Math.round(REACH * Math.sin(angle)), (int) Math.round(REACH * Math.cos(angle)));
  }
}
