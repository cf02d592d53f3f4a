package dev.sluice.cluster.argo;

import dev.sluice.release.Feed;
import dev.sluice.release.Happening;
import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import java.util.List;

/// One who looks at releases alone.
interface ReleaseFeed extends Feed {
  @Override
  default void link(Scope scope, Link link) {}

  @Override
  default void happenings(ReleaseRef release, List<Happening> happenings) {}
}
