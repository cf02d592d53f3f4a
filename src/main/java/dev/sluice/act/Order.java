package dev.sluice.act;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;

/// What an action asks the outside world to do for it; the answer comes back to the same action.
public sealed interface Order {

  /// Prepare that write on the release as seen, and send it once.
  record Send(Release seen, Write write) implements Order {}

  /// Read the release from the API server, now.
  record Read(ReleaseRef release) implements Order {}
}
