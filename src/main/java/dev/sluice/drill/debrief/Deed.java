package dev.sluice.drill.debrief;

import java.time.Instant;

/// Something that a person did to the release.
///
/// @param accepted whether the API server took it
public record Deed(Instant at, Kind kind, boolean accepted) {

  /// What it was for.
  public enum Kind {
    /// The next step, or the switch.
    PROMOTE,
    /// All steps at once.
    PROMOTE_FULLY,
    PAUSE,
    RESUME,
    ABORT,
    /// The template of an earlier revision.
    UNDO,
    RETRY,
    OTHER;

    /// Whether it takes users away from the new version.
    public boolean back() {
      return this == ABORT || this == UNDO;
    }

    /// Whether it brings users to the new version.
    public boolean forward() {
      return this == PROMOTE || this == PROMOTE_FULLY;
    }
  }
}
