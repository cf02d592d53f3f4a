package dev.sluice.act;

import dev.sluice.release.ObjectVersion;
import java.util.Optional;

/// Which sights of a release count for a pursuit: none that is older than what it has seen or
/// written.
///
/// @param newest what was seen last
/// @param written resourceVersion of the newest accepted write, until a sight reaches it
/// @param blind only a read ordered from now on counts
record Horizon(Optional<ObjectVersion> newest, Optional<String> written, boolean blind) {

  /// Every sight counts.
  static final Horizon OPEN = new Horizon(Optional.empty(), Optional.empty(), false);

  boolean counts(ObjectVersion version) {
    return !blind
        && newest.filter(version::before).isEmpty()
        && written.map(version::reaches).orElse(true);
  }

  Horizon saw(ObjectVersion version) {
    return new Horizon(Optional.of(version), Optional.empty(), false);
  }

  Horizon wrote(String resourceVersion) {
    return new Horizon(newest, Optional.of(resourceVersion), false);
  }

  Horizon blinded() {
    return new Horizon(newest, written, true);
  }
}
