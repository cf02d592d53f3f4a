package dev.sluice.release;

import java.util.Optional;

/// The pods of one revision, counted.
///
/// @param restarts container restarts, summed over the pods
/// @param lastExit the newest container exit among them that was not a clean end
public record PodHealth(int total, int ready, int restarts, Optional<Exit> lastExit) {

  /// No pod seen.
  public static final PodHealth NONE = new PodHealth(0, 0, 0, Optional.empty());
}
