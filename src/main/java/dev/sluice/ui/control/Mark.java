package dev.sluice.ui.control;

import dev.sluice.state.Need;

/// A state, said by shape as well as by colour.
public enum Mark {
  /// A check.
  GOOD("ok"),
  /// A half-filled circle: not decided, under way.
  HALF("warn"),
  /// A ring: waits for something.
  OPEN("warn"),
  /// A triangle: look at this.
  WARNING("warn"),
  /// A square: failed.
  BAD("bad"),
  /// A filled circle: live.
  LIVE("ok"),
  /// A small dot: nothing to say.
  QUIET("dim");

  private final String styleClass;

  Mark(String styleClass) {
    this.styleClass = styleClass;
  }

  /// Of what a person is needed for.
  public static Mark of(Need.Kind need) {
    return switch (need) {
      case OVERDUE, WORSE, DEGRADED, STUCK, ABORTED -> BAD;
      case INCONCLUSIVE -> WARNING;
      case PROMOTION -> HALF;
      case TAKEN_BACK, PAUSED -> OPEN;
    };
  }

  /// The style class that gives words and shapes its colour.
  public String styleClass() {
    return styleClass;
  }
}
