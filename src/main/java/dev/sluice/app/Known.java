package dev.sluice.app;

import dev.sluice.conduct.Docket;
import dev.sluice.policy.Policy;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import java.time.Duration;
import java.util.Optional;

/// What the console knows at the moment, for those who poll. Safe for use by many.
interface Known {

  /// A release as it stands.
  Optional<Release> release(ReleaseRef ref);

  /// What the judge is to be asked about it.
  Optional<Docket> docket(ReleaseRef ref);

  /// What it is held to.
  Policy policy(ReleaseRef ref);

  /// How far its cluster's clock is ahead of the session's.
  Duration ahead(ReleaseRef ref);
}
