package dev.sluice.release;

import java.time.Instant;
import java.util.Optional;

/// The pods of one revision, counted.
///
/// @param restarts container restarts, summed over the pods
/// @param lastExit the newest container exit among them that was not a clean end
/// @param waiting a container that cannot run, where there is one
/// @param moved a container that runs different builds in different pods: its tag has moved
/// @param unreadySince since when none of them is ready, where there are pods and that is so
public record PodHealth(
    int total,
    int ready,
    int restarts,
    Optional<Exit> lastExit,
    Optional<Waiting> waiting,
    Optional<String> moved,
    Optional<Instant> unreadySince) {

  /// No pod seen.
  public static final PodHealth NONE = new PodHealth(0, 0, 0, Optional.empty());

  /// Pods of which none is kept from running.
  public PodHealth(int total, int ready, int restarts, Optional<Exit> lastExit) {
    this(total, ready, restarts, lastExit, Optional.empty());
  }

  /// Pods that all run the same builds.
  public PodHealth(
      int total, int ready, int restarts, Optional<Exit> lastExit, Optional<Waiting> waiting) {
    this(total, ready, restarts, lastExit, waiting, Optional.empty(), Optional.empty());
  }
}
