package dev.sluice.ui.control;

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

  /// The style class that gives words and shapes its colour.
  public String styleClass() {
    return styleClass;
  }
}
