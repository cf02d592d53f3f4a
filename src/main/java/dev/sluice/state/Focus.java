package dev.sluice.state;

import dev.sluice.release.Happening;
import dev.sluice.release.ReleaseRef;
import java.util.List;
import java.util.Optional;

/// The release that is open.
///
/// @param happenings its timeline, oldest first
/// @param armed the action that waits for its gesture, if any
public record Focus(ReleaseRef release, List<Happening> happenings, Optional<Armed> armed) {

  public Focus {
    happenings = List.copyOf(happenings);
  }

  static Focus on(ReleaseRef release) {
    return new Focus(release, List.of(), Optional.empty());
  }

  Focus with(List<Happening> newest) {
    return new Focus(release, newest, armed);
  }

  Focus arm(Armed next) {
    return new Focus(release, happenings, Optional.of(next));
  }

  Focus disarm() {
    return new Focus(release, happenings, Optional.empty());
  }
}
