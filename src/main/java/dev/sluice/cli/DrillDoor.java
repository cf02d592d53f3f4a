package dev.sluice.cli;

import dev.sluice.state.Exercise;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Opens the practice cluster.
public interface DrillDoor {

  /// What can be practised there.
  List<Exercise> exercises();

  /// Opens it, and returns once it is closed.
  ///
  /// @return the exit code
  int open(Wish wish);

  /// What somebody asks for.
  ///
  /// @param exercise its key; empty for the first
  /// @param seed of all that is drawn by lot; the same makes the same drill
  /// @param speed drill seconds to a second of the wall
  record Wish(Optional<String> exercise, OptionalLong seed, OptionalDouble speed) {}
}
