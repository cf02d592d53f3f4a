package dev.sluice.act;

import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;

/// The way to a cluster's releases for actions: one implementation an engine. All methods but
/// [#tactics] block on the network.
public interface Engine {

  Tactics tactics();

  /// What `action` would do to the release as it is seen now, for a person to read who may do that
  /// much. Writes nothing.
  Result<Plan> plan(Release release, Action action, Permissions may);

  /// The request that carries out `write` on the release as it is seen now, with its preconditions.
  /// Reads what it needs (an older revision's template), writes nothing.
  Result<Request> prepare(Release release, Write write);

  /// Sends it, once. [dev.sluice.release.Failure.Moved] means nothing was written,
  /// [dev.sluice.release.Failure.Unknown] that it may have been.
  Result<Receipt> send(ReleaseRef release, Request request);

  /// The release as the API server has it now, not from a cache.
  Result<Release> read(ReleaseRef release);

  /// Leaves a trace of what a person did on the release itself, as an Event.
  ///
  /// @param reason a machine-readable word, for example `RolledBack`
  /// @param message what was done, with which evidence and why
  Result<Receipt> note(Release release, String reason, String message);
}
