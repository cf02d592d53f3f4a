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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says whether an action may run now, and if not, every reason. Asked when the button is drawn and
/// again when it is pressed.
///
/// A rollback is locked by nothing but the cluster's own refusal, a connection that must not be
/// written through, and having nowhere to go.
public final class Guard {

  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Tactics tactics;

  public Guard(Tactics tactics) {
    this.tactics = tactics;
  }

  /// Every reason against `action`, most final first.
  public Clearance check(Action action, Circumstances seen) {
    var locks = new ArrayList<Lock>();
    seen.readOnly().map(Lock.ReadOnly::new).ifPresent(locks::add);
    denied(action, seen).ifPresent(locks::add);
    impossible(action, seen.release()).ifPresent(locks::add);
    if (action.advances()) {
      oldData(seen.link(), seen.now()).ifPresent(locks::add);
      earlier(seen).ifPresent(locks::add);
    }
    locks.addAll(checks(action, seen.findings()));
    return new Clearance(locks);
  }

  private static Optional<Lock> denied(Action action, Circumstances seen) {
    var kind = kind(action, seen.release());
    return seen.permissions().refusal(kind).map(reason -> new Lock.Denied(kind, reason));
  }

  /// The kind of write an action begins with.
  private static Permissions.Kind kind(Action action, Release release) {
    return switch (action) {
      case Action.Promote _, Action.PromoteFully _, Action.Abort _, Action.Retry _ ->
          Permissions.Kind.STATUS;
      case Action.Pause _, Action.Resume _, Action.Restart _ -> Permissions.Kind.MANIFEST;
      case Action.RollBack(var target) -> rollbackKind(target, release);
    };
  }

  private static Permissions.Kind rollbackKind(String target, Release release) {
    boolean byAbort =
        release.updating()
            && release.stableHash().filter(target::equals).isPresent()
            && !release.progress().promoteFull();
    if (byAbort) {
      return Permissions.Kind.STATUS;
    }
    return release.workload().isPresent() ? Permissions.Kind.WORKLOAD : Permissions.Kind.MANIFEST;
  }

  private Optional<Lock> impossible(Action action, Release release) {
    var move = tactics.next(action, Facts.of(release), release, List.of());
    return switch (move) {
      case Move.Refuse(var why) -> Optional.of(new Lock.Impossible(why));
      case Move.Done(var result) -> Optional.of(new Lock.Impossible(result));
      case Move.Send _, Move.Wait _ -> Optional.empty();
    };
  }

  private static Optional<Lock> oldData(Link link, Instant now) {
    return switch (link) {
      case Link.Live(var heard) -> old(heard, now);
      case Link.Stale(var heard, _) -> Optional.of(new Lock.OldData(age(heard, now)));
      case Link.Connecting _ -> Optional.of(new Lock.OldData(Duration.ZERO));
      case Link.Down(var why) -> Optional.of(new Lock.Impossible(why.words()));
    };
  }

  private static Optional<Lock> old(Instant heard, Instant now) {
    var age = age(heard, now);
    return age.compareTo(FRESH) > 0 ? Optional.of(new Lock.OldData(age)) : Optional.empty();
  }

  private static Duration age(Instant heard, Instant now) {
    var age = Duration.between(heard, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static Optional<Lock> earlier(Circumstances seen) {
    return seen.earlier().flatMap(pursuit -> unverified(pursuit.standing()));
  }

  private static Optional<Lock> unverified(Standing standing) {
    return switch (standing) {
      case Standing.UnderWay(var words) -> Optional.of(new Lock.Earlier(words));
      case Standing.Verifying(var words) -> Optional.of(new Lock.Earlier(words));
      case Standing.Succeeded _, Standing.Failed _, Standing.Overdue _ -> Optional.empty();
    };
  }

  private static List<Lock> checks(Action action, List<Finding> findings) {
    return switch (action) {
      case Action.Promote _ -> holding(findings);
      case Action.PromoteFully _ -> {
        var locks = new ArrayList<>(holding(findings));
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

  private static List<Lock> holding(List<Finding> findings) {
    return findings.stream().filter(Finding::holds).<Lock>map(Lock.GateHolds::new).toList();
  }
}
