package dev.sluice.ui.control;

import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.state.Need;
import java.util.Optional;

/// A state, said by shape as well as by colour.
public enum Mark {
  /// A check.
  GOOD("ok"),
  /// A half-filled circle: not decided, under way.
  HALF("warn"),
  /// The same in grey: goes on by itself.
  GOING("dim"),
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

  /// Of a release, wherever releases are listed: only what needs a person has a colour.
  ///
  /// @param trial whether its newer revision has yet to prove itself
  /// @param need what a person is needed for, if anything
  public static Mark of(Release release, boolean trial, Optional<Need.Kind> need) {
    return need.map(Mark::of).orElseGet(() -> calm(release, trial));
  }

  private static Mark of(Need.Kind need) {
    return switch (need) {
      case OVERDUE, WORSE, DEGRADED, STUCK, ABORTED -> BAD;
      case INCONCLUSIVE, AGAINST, NOT_DONE -> WARNING;
      case PROMOTION -> HALF;
      case TAKEN_BACK, PAUSED -> OPEN;
    };
  }

  private static Mark calm(Release release, boolean trial) {
    boolean rests = !trial && release.progress().phase() == Phase.HEALTHY;
    return rests ? QUIET : GOING;
  }

  /// The style class that gives words and shapes its colour.
  public String styleClass() {
    return styleClass;
  }
}
