package dev.sluice.act;

import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;

/// Moves pursuits on: from what is seen, answered or over time to the next write, read or standing.
/// Pure. Its promises, for every order of events:
///
/// - a write is never sent while the answer to the one before it is awaited;
/// - an action other than a rollback never sends the same write twice once the first may have been
///   carried out;
/// - a rollback sends again whenever its target does not hold, until its deadline;
/// - nothing succeeds before its effect was seen, and a rollback not before it held and was read
///   again from the API server.
public final class Pursuer {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int MOST_ATTEMPTS = 5;
  private static final int MOST_INSISTING_ATTEMPTS = 100;

  private final Tactics tactics;

  public Pursuer(Tactics tactics) {
    this.tactics = tactics;
  }

  /// Begins: decides the first write on the release as it is seen now.
  public Turn begin(Errand errand, Release release, Instant now) {
    var started =
        new Pursuit(
            errand,
            Course.START,
            Clocks.from(errand.begun()),
            new Standing.UnderWay(Words.of("act.sending")));
    return seen(started, release, now);
  }

  /// An errand that the guard did not let through: over before anything was sent.
  public Turn refuse(Errand errand, Words why) {
    return Turn.of(
        new Pursuit(errand, Course.START, Clocks.from(errand.begun()), new Standing.Failed(why)));
  }

  /// The watch shows the release like this.
  public Turn seen(Pursuit pursuit, Release release, Instant now) {
    return look(pursuit, release, now, false);
  }

  /// A read of this pursuit's was answered: the release is like this, and no older.
  public Turn read(Pursuit pursuit, Release release, Instant now) {
    return look(pursuit, release, now, true);
  }

  /// A read of this pursuit's failed.
  public Turn readFailed(Pursuit pursuit, Failure why, Instant now) {
    if (pursuit.standing().over()) {
      return Turn.of(pursuit);
    }
    var waiting = new Standing.Verifying(Words.of("act.unreadable", why.words()));
    return Turn.of(pursuit.with(pursuit.course().retry(now.plus(RETRY))).with(waiting));
  }

  /// The answer to the write that was in flight.
  public Turn replied(Pursuit pursuit, Result<Receipt> answer, Instant now) {
    var answered = pursuit.with(pursuit.course().answered());
    return switch (answer) {
      case Result.Ok<Receipt> _ -> Turn.of(accepted(answered, now));
      case Result.Failed<Receipt>(var why) -> refused(answered, why, now);
    };
  }

  /// Time has passed; `now` is not before any earlier one.
  public Turn tick(Pursuit pursuit, Instant now) {
    if (pursuit.standing().over() || pursuit.course().inFlight()) {
      return Turn.of(pursuit);
    }
    if (now.isAfter(pursuit.errand().deadline())) {
      return Turn.of(pursuit.with(new Standing.Overdue(overdue(pursuit))));
    }
    return readDue(pursuit, now) ? order(pursuit, now) : Turn.of(pursuit);
  }

  private Turn look(Pursuit pursuit, Release release, Instant now, boolean fresh) {
    if (pursuit.standing().over()) {
      return Turn.of(settle(pursuit, release, now));
    }
    if (pursuit.course().inFlight()) {
      return Turn.of(pursuit);
    }
    var errand = pursuit.errand();
    var move = tactics.next(errand.action(), errand.armed(), release, pursuit.course().accepted());
    return switch (move) {
      case Move.Send(var write) -> send(pursuit, release, write, now, fresh);
      case Move.Wait(var what) ->
          Turn.of(pursuit.with(pursuit.course().undone()).with(new Standing.UnderWay(what)));
      case Move.Done(var result) -> done(pursuit, release, result, now, fresh);
      case Move.Refuse(var why) -> Turn.of(pursuit.with(new Standing.Failed(why)));
    };
  }

  private Turn send(Pursuit pursuit, Release release, Write write, Instant now, boolean fresh) {
    var errand = pursuit.errand();
    var facts = Facts.of(release);
    var since = fresh ? now.minus(PATIENCE.dividedBy(2)) : now.minus(PATIENCE.multipliedBy(2));
    if (pursuit.course().said(write, facts, since)) {
      return Turn.of(pursuit);
    }
    int most = errand.insists() ? MOST_INSISTING_ATTEMPTS : MOST_ATTEMPTS;
    if (pursuit.attempts() >= most) {
      var failed = new Standing.Failed(Words.of("act.attempts", pursuit.attempts()));
      return Turn.of(pursuit.with(failed));
    }
    var sending = new Standing.UnderWay(Words.of("act.sending"));
    var sent = pursuit.with(pursuit.course().send(write, facts, now)).with(sending);
    return Turn.of(sent, new Order.Send(release, write));
  }

  private Turn done(Pursuit pursuit, Release release, Words result, Instant now, boolean fresh) {
    var action = pursuit.errand().action();
    var observed = pursuit.with(pursuit.clocks().observe(now));
    boolean settled = Settling.settled(action, release);
    if (Settling.needed(action) && !settled) {
      var waiting = new Standing.UnderWay(Words.of("act.traffic"));
      return Turn.of(observed.with(observed.course().undone()).with(waiting));
    }
    var marked = settled ? observed.with(observed.clocks().move(now)) : observed;
    var holding = marked.with(marked.course().done(now));
    var hold = pursuit.errand().hold();
    if (hold.isZero() || (fresh && held(holding, now))) {
      return Turn.of(holding.with(new Standing.Succeeded(result)));
    }
    var waiting = holding.with(new Standing.UnderWay(Words.of("act.holding")));
    return held(holding, now) ? order(waiting, now) : Turn.of(waiting);
  }

  private static Pursuit settle(Pursuit pursuit, Release release, Instant now) {
    boolean watching =
        pursuit.standing() instanceof Standing.Succeeded && pursuit.clocks().traffic().isEmpty();
    return watching && Settling.settled(pursuit.errand().action(), release)
        ? pursuit.with(pursuit.clocks().move(now))
        : pursuit;
  }

  private static Pursuit accepted(Pursuit pursuit, Instant now) {
    return pursuit
        .with(pursuit.course().accept())
        .with(pursuit.clocks().accept(now))
        .with(new Standing.UnderWay(Words.of("act.accepted")));
  }

  private Turn refused(Pursuit pursuit, Failure why, Instant now) {
    return switch (why) {
      case Failure.Moved _ -> order(pursuit, now);
      case Failure.Unknown _, Failure.BadAnswer _ -> unknown(pursuit, why, now);
      case Failure.Unreachable _ -> again(pursuit, why, now, true);
      case Failure.Refused(_, int status, _) ->
          status >= 500 ? unknown(pursuit, why, now) : again(pursuit, why, now, status == 429);
      case Failure.BadInput _,
          Failure.Untrusted _,
          Failure.Unauthenticated _,
          Failure.Forbidden _,
          Failure.Absent _ ->
          again(pursuit, why, now, false);
    };
  }

  private Turn unknown(Pursuit pursuit, Failure why, Instant now) {
    var verifying = new Standing.Verifying(why.words());
    var course = pursuit.course();
    var assumed = pursuit.errand().insists() ? course : course.accept();
    return order(pursuit.with(assumed).with(verifying), now);
  }

  private static Turn again(Pursuit pursuit, Failure why, Instant now, boolean passing) {
    if (passing && pursuit.errand().insists()) {
      var waiting = new Standing.Verifying(Words.of("act.again", why.words()));
      return Turn.of(pursuit.with(pursuit.course().retry(now.plus(RETRY))).with(waiting));
    }
    return Turn.of(pursuit.with(new Standing.Failed(why.words())));
  }

  private static Turn order(Pursuit pursuit, Instant now) {
    return Turn.of(
        pursuit.with(pursuit.course().read(now)), new Order.Read(pursuit.errand().release()));
  }

  private static boolean held(Pursuit pursuit, Instant now) {
    var hold = pursuit.errand().hold();
    return pursuit.course().doneSince().filter(s -> !s.plus(hold).isAfter(now)).isPresent();
  }

  private static boolean readDue(Pursuit pursuit, Instant now) {
    var course = pursuit.course();
    if (course.retryAt().isPresent()) {
      return !course.retryAt().get().isAfter(now);
    }
    var reference = course.readAt().orElse(pursuit.errand().begun());
    boolean confirmable = held(pursuit, now) && course.doneSince().get().isAfter(reference);
    return confirmable || !reference.plus(PATIENCE).isAfter(now);
  }

  private static Words overdue(Pursuit pursuit) {
    return Words.of(
        pursuit.clocks().accepted().isPresent() ? "act.overdue.accepted" : "act.overdue.unknown");
  }
}
