package dev.sluice.ui.wall;

import dev.sluice.state.Environment;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.waiting.WaitingBlank;
import java.util.List;

/// All that is on the wall.
///
/// @param title how much there is
/// @param environments what the clusters in view are for, the gravest first
/// @param clock the server's time of day
/// @param age of what is shown, the worst of several
/// @param tiles nine at most, most urgent first
/// @param blank what to say when there is no tile
/// @param note what was just done, for example a picture that was kept; mostly empty
/// @param drift where everything stands just now
public record WallView(
    String title,
    List<Environment> environments,
    String clock,
    AgeView age,
    List<TileView> tiles,
    WaitingBlank blank,
    String note,
    Drift drift) {

  public WallView {
    environments = List.copyOf(environments);
    tiles = List.copyOf(tiles);
  }
}
