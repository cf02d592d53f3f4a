package dev.sluice.state;

import dev.sluice.act.Order;
import dev.sluice.act.Pursuit;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;

/// What the outside world is asked to do after an event. Its answer comes back as an [Event].
public sealed interface Effect {

  /// Carry out that order of that pursuit; answered by `Replied` or `Reread`.
  record Carry(long pursuit, Order order) implements Effect {}

  /// Draw up the plan of an action; answered by `Planned`.
  record Draw(Release release, Action action) implements Effect {}

  /// Ask what the user may do there; answered by `Permitted`.
  record AskPermissions(Place place) implements Effect {}

  /// Follow that release's timeline and measurements, and no other's.
  record Follow(ReleaseRef release) implements Effect {}

  /// Follow no release.
  record Unfollow() implements Effect {}

  /// Fetch the end of that log; answered by `LogRead`.
  record FetchLog(ReleaseRef release, LogTail.Source source) implements Effect {}

  /// A pursuit is over: leave its trace in the cluster.
  record Note(Release release, Pursuit pursuit) implements Effect {}
}
