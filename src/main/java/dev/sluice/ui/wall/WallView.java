package dev.sluice.ui.wall;

import dev.sluice.state.Environment;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.waiting.WaitingBlank;
import java.util.List;
import java.util.Optional;

/// All that is on the wall.
///
/// @param title how much there is
/// @param environments what the clusters in view are for, the gravest first
/// @param clock the server's time of day
/// @param age of what is shown, the worst of several
/// @param tiles nine at most, most urgent first
/// @param more where there are more than nine: what stands in the ninth's place
/// @param blank what to say when there is no tile
/// @param note what was just done, for example a picture that was kept; mostly empty
/// @param drift where everything stands just now
public record WallView(
    String title,
    List<Environment> environments,
    String clock,
    AgeView age,
    List<TileView> tiles,
    Optional<More> more,
    WaitingBlank blank,
    String note,
    Drift drift) {

  public WallView {
    environments = List.copyOf(environments);
    tiles = List.copyOf(tiles);
  }

  /// What has no tile.
  ///
  /// @param count how many
  /// @param what how many of these wait for a person
  public record More(String count, String what) {}
}
