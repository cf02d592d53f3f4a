package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.act.Plan;
import dev.sluice.act.Receipt;
import dev.sluice.conduct.Helm;
import dev.sluice.gate.report.Report;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.policy.PolicyBook;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Happening;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something that happened: in a cluster, on a network, at the keyboard, or by the clock.
public sealed interface Event {

  /// What tells of one release and of nothing else.
  sealed interface News extends Event {

    /// That release.
    default ReleaseRef about() {
      return switch (this) {
        case Seen(var release) -> release.ref();
        case Gone(var ref) -> ref;
        case Happened(var ref, _) -> ref;
        case Read(var ref, _) -> ref;
        case Unread(var ref, _) -> ref;
        case Judged(var ref, _) -> ref;
        case Unjudged(var ref, _) -> ref;
      };
    }
  }

  /// The console closes.
  record Leaving() implements Event {}

  /// Somebody looks on: from now on every release that users are on is judged, opened or not.
  record MakeRounds() implements Event {}

  /// Nothing but the clock moved on.
  record Tick() implements Event {}

  /// A connection knows who it is.
  record Identified(Identity identity) implements Event {}

  /// That context's clock is ahead of this machine's by so much.
  record Drifted(String context, Duration ahead) implements Event {}

  /// Something could not be used at all.
  record Troubled(Failure why) implements Event {}

  /// All releases of a scope; what is missing is gone.
  record Listed(Scope scope, List<Release> releases) implements Event {
    public Listed {
      releases = List.copyOf(releases);
    }
  }

  /// A release is new or changed.
  record Seen(Release release) implements News {}

  /// A release is gone.
  record Gone(ReleaseRef release) implements News {}

  /// How a watch stands.
  record Linked(Scope scope, Link link) implements Event {}

  /// The timeline of the open release.
  record Happened(ReleaseRef release, List<Happening> happenings) implements News {}

  /// What the user may do in a place.
  record Permitted(Place place, Permissions permissions) implements Event {}

  /// New measurements.
  record Read(ReleaseRef release, Readings readings) implements News {}

  /// Measurements could not be had.
  record Unread(ReleaseRef release, Failure why) implements News {}

  /// What the judge says of a release now.
  record Judged(ReleaseRef release, Judgement judgement) implements News {}

  /// The judge cannot say anything, or nothing newer.
  record Unjudged(ReleaseRef release, Failure why) implements News {}

  /// The user opened a release.
  record Opened(ReleaseRef release) implements Event {}

  /// The user left the open release.
  record Closed() implements Event {}

  /// The user wants to read a log of the open release.
  record ReadLog(LogTail.Source source) implements Event {}

  /// The end of that log.
  record LogRead(ReleaseRef release, LogTail.Source source, Result<List<String>> lines)
      implements Event {}

  /// The user has read enough of it.
  record LogClosed() implements Event {}

  /// The user armed an action of the open release.
  record Arm(Action action) implements Event {}

  /// The user let go of it.
  record Disarm() implements Event {}

  /// The plan of the armed action.
  record Planned(ReleaseRef release, Facts facts, Action action, Result<Plan> plan)
      implements Event {}

  /// The gesture is complete: do it, on these facts.
  ///
  /// @param reason what the person wrote, where a lock yields to a reason
  record Fire(ReleaseRef release, Action action, Facts armed, Optional<String> reason)
      implements Event {}

  /// One gesture for several releases: each is fired by itself, so that what stands against one
  /// does not hold the others.
  record FireTogether(List<Fire> fires) implements Event {
    public FireTogether {
      fires = List.copyOf(fires);
    }
  }

  /// The answer to a pursuit's write.
  record Replied(long pursuit, Result<Receipt> answer) implements Event {}

  /// The answer to a pursuit's read.
  record Reread(long pursuit, Result<Release> answer) implements Event {}

  /// The policies of a scope.
  record Ruled(Scope scope, PolicyBook book) implements Event {}

  /// They could not be read.
  record Unruled(Scope scope, Failure why) implements Event {}

  /// The reports that were found.
  record Reported(ReleaseRef release, List<Result<Report>> reports) implements Event {
    public Reported {
      reports = List.copyOf(reports);
    }
  }

  /// The user wants that release to go back by itself if it proves bad, or no more.
  record StandBy(ReleaseRef release, boolean on) implements Event {}

  /// This console is to promote that release by itself, or no more.
  ///
  /// @param podHash the revision that somebody looked at; empty for the one that is on its way
  record Steer(ReleaseRef release, boolean on, Optional<String> podHash) implements Event {

    /// For whatever revision is on its way.
    public Steer(ReleaseRef release, boolean on) {
      this(release, on, Optional.empty());
    }
  }

  /// Who promotes that release; a failure while that cannot be found out.
  record Led(ReleaseRef release, Result<Helm.Lead> lead) implements Event {}

  /// The user signs that the charts of the release are healthy, on these facts.
  record Sign(ReleaseRef release, Facts armed) implements Event {}

  /// What an earlier console did by itself has ended with it.
  record Lapsed(List<Lapse> lapses) implements Event {
    public Lapsed {
      lapses = List.copyOf(lapses);
    }
  }

  /// The cluster did not take the signature.
  record Unsigned(ReleaseRef release, Failure why) implements Event {}
}
