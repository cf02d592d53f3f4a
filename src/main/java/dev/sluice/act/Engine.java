package dev.sluice.act;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;

/// The way to a cluster's releases for actions: one implementation an engine. All methods but
/// [#tactics] block on the network.
public interface Engine {

  Tactics tactics();

  /// The request that carries out `write` on the release as it is seen now, with its preconditions.
  /// Reads what it needs (an older revision's template), writes nothing.
  Result<Request> prepare(Release release, Write write);

  /// Sends it, once. [dev.sluice.release.Failure.Moved] means nothing was written,
  /// [dev.sluice.release.Failure.Unknown] that it may have been.
  Result<Receipt> send(ReleaseRef release, Request request);

  /// The release as the API server has it now, not from a cache.
  Result<Release> read(ReleaseRef release);
}
