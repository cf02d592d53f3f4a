package dev.sluice.state;

import dev.sluice.act.Order;
import dev.sluice.act.Pursuit;
import dev.sluice.release.Action;
import dev.sluice.release.Image;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import java.util.List;

/// What the outside world is asked to do after an event. Its answer comes back as an [Event].
public sealed interface Effect {

  /// Carry out that order of that pursuit; answered by `Replied` or `Reread`.
  record Carry(long pursuit, Order order) implements Effect {}

  /// Draw up the plan of an action for who may do that much; answered by `Planned`.
  record Draw(Release release, Action action, Permissions may) implements Effect {}

  /// Ask what the user may do there; answered by `Permitted`.
  record AskPermissions(Place place) implements Effect {}

  /// What is attended to from now on, or no more. Takes no time, and is done in the order in which
  /// it is asked for.
  sealed interface Attention extends Effect {
    ReleaseRef release();
  }

  /// Follow that release's timeline and charts, too; answered by `Happened`, `Read` and `Unread`.
  record Follow(ReleaseRef release) implements Attention {}

  /// Follow that release no more.
  record Unfollow(ReleaseRef release) implements Attention {}

  /// Judge that release; answered by `Judged` and `Unjudged` from time to time.
  record Judge(ReleaseRef release) implements Attention {}

  /// Judge that release no more.
  record Adjourn(ReleaseRef release) implements Attention {}

  /// Look for that image's reports; answered by `Reported`.
  record SeekReports(ReleaseRef release, List<String> places, Image image) implements Effect {}

  /// Who promotes a release. What is asked for of one release is done in that order.
  sealed interface Leadership extends Effect {
    ReleaseRef release();
  }

  /// Ask to be the one who promotes that release, or to stay it; answered by `Led`.
  record Campaign(ReleaseRef release) implements Leadership {}

  /// Let others promote that release.
  record StepDown(ReleaseRef release) implements Leadership {}

  /// Put the person's signature under the charts of that release as it stands.
  record Sign(Release release) implements Effect {}

  /// Fetch the end of that log; answered by `LogRead`.
  record FetchLog(ReleaseRef release, LogTail.Source source) implements Effect {}

  /// A pursuit is over: leave its trace in the cluster.
  record Note(Release release, Pursuit pursuit) implements Effect {}
}
