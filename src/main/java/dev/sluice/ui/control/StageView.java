package dev.sluice.ui.control;

import java.util.List;
import java.util.OptionalDouble;

/// One stage of a canary's track.
///
/// @param weight as written, for example `10 %`
/// @param note beside the weight: `paused`; may be empty
/// @param line below it: `42:10 of 1 h, really 10 %`
/// @param progress of its soak, 0–1, where it runs
/// @param foot what else it has or waits for: `next, one gate holds it`; may be empty
/// @param gates those that stand between it and the stage after it, where that is now
/// @param tally beside them: `3 of 4 pass`
public record StageView(
    String weight,
    Place place,
    String note,
    String line,
    OptionalDouble progress,
    String foot,
    List<GateView> gates,
    String tally) {

  public StageView {
    gates = List.copyOf(gates);
  }

  /// Where a stage is on the way.
  public enum Place {
    DONE,
    NOW,
    /// Where it stands although something is bad, which the note says.
    BAD,
    /// Where it stood when it failed.
    BROKEN,
    /// Where it stood when it was taken back, which nobody is on any more.
    LEFT,
    NEXT,
    /// Where it comes next by itself although something is bad.
    AGAINST
  }
}
