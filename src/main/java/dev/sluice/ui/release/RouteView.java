package dev.sluice.ui.release;

import dev.sluice.ui.control.LaneView;
import dev.sluice.ui.control.StageView;
import java.util.List;

/// The way a release takes to its users.
public sealed interface RouteView {

  /// A canary's stages.
  record Track(List<StageView> stages) implements RouteView {
    public Track {
      stages = List.copyOf(stages);
    }
  }

  /// A blue-green's lanes, the older one first.
  record Lanes(List<LaneView> lanes) implements RouteView {
    public Lanes {
      lanes = List.copyOf(lanes);
    }
  }
}
