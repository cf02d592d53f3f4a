package dev.sluice.guard;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Standing;
import dev.sluice.act.Tactics;
import dev.sluice.gate.Finding;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.Setback;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says whether an action may run now, and if not, every reason. Asked when the button is drawn and
/// again when it is pressed.
///
/// A rollback is locked by nothing but the cluster's own refusal, a connection that must not be
/// written through, and having nowhere to go.
public final class Guard {

  private final Tactics tactics;

  public Guard(Tactics tactics) {
    this.tactics = tactics;
  }

  /// Every reason against `action`, most final first.
  public Clearance check(Action action, Circumstances seen) {
    var locks = new ArrayList<Lock>();
    seen.readOnly().map(Lock.ReadOnly::new).ifPresent(locks::add);
    locks.addAll(denied(action, seen));
    impossible(action, seen).ifPresent(locks::add);
    returning(action, seen.release()).ifPresent(locks::add);
    if (action.advances()) {
      oldData(seen.link(), seen.now()).ifPresent(locks::add);
    }
    earlier(action, seen).ifPresent(locks::add);
    locks.addAll(checks(action, seen));
    return new Clearance(locks);
  }

  private static List<Lock> denied(Action action, Circumstances seen) {
    return kinds(action, seen).stream()
        .flatMap(kind ->
            seen.permissions().refusal(kind).map(reason -> new Lock.Denied(kind, reason)).stream())
        .<Lock>map(lock -> lock)
        .toList();
  }

  /// The kinds of write an action is made of. Of one that brings users back the first counts: the
  /// others are better refused by the API server than never tried.
  private static List<Permissions.Kind> kinds(Action action, Circumstances seen) {
    var release = seen.release();
    return switch (action) {
      case Action.Promote _, Action.PromoteFully _ ->
          release.progress().paused()
              ? List.of(Permissions.Kind.MANIFEST, Permissions.Kind.STATUS)
              : List.of(Permissions.Kind.STATUS);
      case Action.Abort _, Action.Retry _ -> List.of(Permissions.Kind.STATUS);
      case Action.Pause _, Action.Resume _, Action.Restart _ -> List.of(Permissions.Kind.MANIFEST);
      case Action.RollBack(var target) -> List.of(rollbackKind(target, seen));
    };
  }

  /// An update under way is left by the status, or by the manifest where that alone is allowed.
  private static Permissions.Kind rollbackKind(String target, Circumstances seen) {
    var release = seen.release();
    var manifest =
        release.workload().isPresent() ? Permissions.Kind.WORKLOAD : Permissions.Kind.MANIFEST;
    var may = seen.permissions();
    return release.abortsTo(target)
            && (may.allows(Permissions.Kind.STATUS) || !may.allows(manifest))
        ? Permissions.Kind.STATUS
        : manifest;
  }

  private Optional<Lock> impossible(Action action, Circumstances seen) {
    var release = seen.release();
    var move =
        tactics.within(seen.permissions()).next(action, Facts.of(release), release, List.of());
    return switch (move) {
      case Move.Refuse(var why) -> Optional.of(new Lock.Impossible(why));
      case Move.Done(var result) ->
          trusted(action, seen) ? Optional.of(new Lock.Impossible(result)) : Optional.empty();
      case Move.Send _, Move.Wait _ -> Optional.empty();
    };
  }

  /// What is being taken back is back before it starts again.
  private static Optional<Lock> returning(Action action, Release release) {
    boolean under = release.progress().aborted() && !release.takenBack();
    return under && action instanceof Action.Retry
        ? Optional.of(new Lock.Impossible(Words.of("lock.returning")))
        : Optional.empty();
  }

  /// Whether an effect that seems to be there already is a reason against an action. Not against a
  /// rollback while what is seen may be old or about to change: it reads for itself.
  private static boolean trusted(Action action, Circumstances seen) {
    boolean certain =
        fresh(seen.link(), seen.now())
            && seen.earlier().flatMap(p -> unverified(p.standing())).isEmpty();
    return certain || !(action instanceof Action.RollBack);
  }

  /// Whether what is seen through that link may be taken for what is there now.
  public static boolean fresh(Link link, Instant now) {
    return oldData(link, now).isEmpty();
  }

  private static Optional<Lock> oldData(Link link, Instant now) {
    return switch (link) {
      case Link.Live(var heard) -> old(heard, now);
      case Link.Stale(var heard, _) -> Optional.of(new Lock.OldData(Link.age(heard, now)));
      case Link.Connecting _ -> Optional.of(new Lock.OldData(Duration.ZERO));
      case Link.Down(var why, _) -> Optional.of(new Lock.Impossible(why.words()));
    };
  }

  private static Optional<Lock> old(Instant heard, Instant now) {
    return Link.old(heard, now)
        ? Optional.of(new Lock.OldData(Link.age(heard, now)))
        : Optional.empty();
  }

  /// While a rollback is under way nothing else comes in between, only another rollback. Else only
  /// what advances has to wait.
  private static Optional<Lock> earlier(Action action, Circumstances seen) {
    return seen.earlier()
        .filter(pursuit -> action.advances() || pursuit.errand().insists())
        .filter(_ -> !(action instanceof Action.RollBack))
        .flatMap(pursuit -> unverified(pursuit.standing()));
  }

  private static Optional<Lock> unverified(Standing standing) {
    return switch (standing) {
      case Standing.UnderWay(var words) -> Optional.of(new Lock.Earlier(words));
      case Standing.Verifying(var words) -> Optional.of(new Lock.Earlier(words));
      case Standing.Succeeded _, Standing.Failed _, Standing.Overdue _, Standing.Left _ ->
          Optional.empty();
    };
  }

  private static List<Lock> checks(Action action, Circumstances seen) {
    return switch (action) {
      case Action.Promote _ -> holding(seen);
      case Action.PromoteFully _ -> {
        var locks = new ArrayList<>(holding(seen));
        locks.add(new Lock.SkipsChecks());
        yield locks;
      }
      case Action.Pause _,
          Action.Resume _,
          Action.Abort _,
          Action.RollBack _,
          Action.Retry _,
          Action.Restart _ ->
          List.of();
    };
  }

  private static List<Lock> holding(Circumstances seen) {
    var analysis =
        Setback.of(seen.release(), Setback.Kind.FAILED).<Lock>map(Lock.AnalysisFailed::new);
    var gates = seen.findings().stream().filter(Finding::holds).<Lock>map(Lock.GateHolds::new);
    return Stream.concat(analysis.stream(), gates).toList();
  }
}
