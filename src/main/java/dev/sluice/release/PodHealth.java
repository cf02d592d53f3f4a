package dev.sluice.release;

import java.util.Optional;

/// The pods of one revision, counted.
///
/// @param restarts container restarts, summed over the pods
/// @param lastExit the newest container exit among them that was not a clean end
/// @param waiting a container that cannot run, where there is one
/// @param moved a container that runs different builds in different pods: its tag has moved
public record PodHealth(
    int total,
    int ready,
    int restarts,
    Optional<Exit> lastExit,
    Optional<Waiting> waiting,
    Optional<String> moved) {

  /// No pod seen.
  public static final PodHealth NONE = new PodHealth(0, 0, 0, Optional.empty());

  /// Pods of which none is kept from running.
  public PodHealth(int total, int ready, int restarts, Optional<Exit> lastExit) {
    this(total, ready, restarts, lastExit, Optional.empty());
  }

  /// Pods that all run the same builds.
  public PodHealth(
      int total, int ready, int restarts, Optional<Exit> lastExit, Optional<Waiting> waiting) {
    this(total, ready, restarts, lastExit, waiting, Optional.empty());
  }
}
