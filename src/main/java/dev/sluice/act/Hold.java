package dev.sluice.act;

import dev.sluice.release.Release;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// An effect that is seen, and that has to last.
///
/// @param since when it was seen first
/// @param on the facts at that sight
/// @param abortedAt the abort that stood at that sight
record Hold(Instant since, Facts on, Optional<Instant> abortedAt) {

  private static final Set<Facts.Fact> PASSING = Set.of(Facts.Fact.STEP);

  static Hold of(Release release, Instant now) {
    return new Hold(now, Facts.of(release), release.progress().abortedAt());
  }

  /// Whether the effect may have stood from then until it is seen on `later`. A new manifest, or
  /// another abort, tells that it was broken off where nobody looked.
  boolean lastsOn(Release later) {
    return PASSING.containsAll(on.changedIn(Facts.of(later)))
        && abortedAt.equals(later.progress().abortedAt());
  }
}
