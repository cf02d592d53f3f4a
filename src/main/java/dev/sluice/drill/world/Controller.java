package dev.sluice.drill.world;

import java.time.Instant;
import java.util.Optional;

/// One of the drill's controllers.
@FunctionalInterface
public interface Controller {

  /// Looks at the world and brings it a step nearer to what it should be. Called on the drill
  /// clock's thread after every change, never by two threads at once; it must settle, that is,
  /// write nothing when there is nothing to change.
  ///
  /// @return when to look again though nothing changes
  Optional<Instant> reconcile();
}
