package dev.sluice.ui.drill;

import dev.sluice.state.Drilling;
import dev.sluice.state.Exercise;
import dev.sluice.ui.control.TimeWords;
import java.util.List;
import java.util.Optional;

/// What the drill's page shows.
///
/// @param drilling the exercise that is under way or just over
/// @param exercises what can be practised
/// @param times how the user wants times
public record DrillView(Optional<Drilling> drilling, List<Exercise> exercises, TimeWords times) {

  public DrillView {
    exercises = List.copyOf(exercises);
  }
}
