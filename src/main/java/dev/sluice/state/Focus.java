package dev.sluice.state;

import dev.sluice.release.Happening;
import dev.sluice.release.ReleaseRef;
import java.util.List;
import java.util.Optional;

/// The release that is open.
///
/// @param happenings its timeline, oldest first
/// @param armed the action that waits for its gesture, if any
/// @param log the log that is being read, if any
/// @param signing the newest signature that was asked for, if any
public record Focus(
    ReleaseRef release,
    List<Happening> happenings,
    Optional<Armed> armed,
    Optional<LogTail> log,
    Optional<Signing> signing) {

  public Focus {
    happenings = List.copyOf(happenings);
  }

  static Focus on(ReleaseRef release) {
    return new Focus(release, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Focus with(List<Happening> newest) {
    return new Focus(release, newest, armed, log, signing);
  }

  Focus arm(Armed next) {
    return new Focus(release, happenings, Optional.of(next), log, signing);
  }

  Focus disarm() {
    return new Focus(release, happenings, Optional.empty(), log, signing);
  }

  Focus reading(Optional<LogTail> next) {
    return new Focus(release, happenings, armed, next, signing);
  }

  Focus sign(Signing next) {
    return new Focus(release, happenings, armed, log, Optional.of(next));
  }
}
