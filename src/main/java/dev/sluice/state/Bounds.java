package dev.sluice.state;

import java.util.Comparator;
import java.util.List;

/// A rectangle on the desktop: a window, or a screen.
///
/// @param maximized whether a window fills its screen; the rest is then what it goes back to
public record Bounds(double x, double y, double width, double height, boolean maximized) {

  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 480;

  /// These bounds on the screen that shows most of them, moved and shrunk so that all of the window
  /// is to be seen: screens come and go between two starts.
  ///
  /// @param screens what there is now, the first one when nothing overlaps; not empty
  public Bounds within(List<Bounds> screens) {
    var screen = screens.stream().max(Comparator.comparingDouble(this::shared)).orElse(this);
    double w = Math.min(Math.max(width, LEAST_WIDTH), screen.width);
    double h = Math.min(Math.max(height, LEAST_HEIGHT), screen.height);
    return new Bounds(
        Math.clamp(x, screen.x, screen.x + screen.width - w),
        Math.clamp(y, screen.y, screen.y + screen.height - h),
        w,
        h,
        maximized);
  }

  private double shared(Bounds screen) {
    double across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
    double down = Math.min(y + height, screen.y + screen.height) - Math.max(y, screen.y);
    return across > 0 && down > 0 ? across * down : 0;
  }
}
