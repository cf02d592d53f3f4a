package dev.sluice.app;

import dev.sluice.release.Result;
import dev.sluice.state.Exercise;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.state.Survey;
import java.util.List;
import java.util.Optional;

/// What a window can be opened on. None of these waits for a network.
interface Doors {

  /// Those clusters. A session in any case: what went wrong is then all it has to show.
  Session clusters(Selection selection);

  /// The practice cluster.
  ///
  /// @param exercise what is practised; empty for the first
  Result<Session> drill(Optional<String> exercise);

  /// What can be practised.
  List<Exercise> exercises();

  /// What this machine has to offer.
  Survey survey(Selection selection);
}
