package dev.sluice.act;

import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Moves pursuits on: from what is seen, answered or over time to the next write, read or standing.
/// Pure. Its promises, for every order of events:
///
/// - a write is never sent while the answer to the one before it is awaited;
/// - an action other than a rollback never sends the same write twice once the first may have been
///   carried out;
/// - a rollback sends again whenever its target does not hold, until its deadline, but after the
///   first few writes no more than one a second, and ever less often what others keep undoing;
/// - a sight older than what was seen or written before decides nothing;
/// - nothing succeeds before its effect was seen, and a rollback not before it held and was read
///   again from the API server;
/// - one read at a time is under way, and none is ordered again at once after it failed.
public final class Pursuer {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int MOST_ATTEMPTS = 5;

  private final Tactics tactics;

  public Pursuer(Tactics tactics) {
    this.tactics = tactics;
  }

  /// Begins: decides the first write on the release as it is seen now. A rollback with nothing to
  /// write does not trust that sight and reads.
  public Turn begin(Errand errand, Release release, Instant now) {
    var started = started(errand, new Standing.UnderWay(Words.of("act.sending")));
    var turn = seen(started, release, now);
    boolean idle = turn.orders().isEmpty() && !turn.pursuit().standing().over();
    return idle && errand.insists() ? Turn.read(turn.pursuit(), now) : turn;
  }

  /// An errand that the guard did not let through: over before anything was sent.
  public Turn refuse(Errand errand, Words why) {
    return Turn.of(started(errand, new Standing.Failed(why)));
  }

  /// A newer action took this one's place: nothing more is sent for it.
  public Turn supersede(Pursuit pursuit) {
    return end(pursuit, Words.of("act.superseded"));
  }

  /// The console closes: what is not over is left to itself.
  public Turn leave(Pursuit pursuit) {
    return Turn.of(
        pursuit.standing().over() ? pursuit : pursuit.with(new Standing.Left(left(pursuit))));
  }

  /// The watch shows the release like this.
  public Turn seen(Pursuit pursuit, Release release, Instant now) {
    return look(pursuit, release, now, Optional.empty());
  }

  /// The watch does not show the release any more. It may lag behind or have been cut off, so only
  /// a read can end the pursuit.
  public Turn gone(Pursuit pursuit, Instant now) {
    return pursuit.active()
        ? Turn.read(pursuit.with(new Standing.Verifying(Words.of("act.missing"))), now)
        : Turn.of(pursuit);
  }

  /// A read of this pursuit's was answered: the release is like this, and no older than the order.
  public Turn read(Pursuit pursuit, Release release, Instant now) {
    var reads = pursuit.course().reads();
    var asOf = reads.under().filter(read -> !read.outdated()).map(Reads.Read::at);
    var heard = pursuit.with(pursuit.course().with(reads.answered()));
    var turn = look(heard, release, now, asOf);
    boolean blind = turn.pursuit().course().horizon().blind();
    return asOf.isEmpty() && blind && turn.pursuit().active()
        ? Turn.read(turn.pursuit(), now)
        : turn;
  }

  /// A read of this pursuit's failed.
  public Turn readFailed(Pursuit pursuit, Failure why, Instant now) {
    return Answers.readFailed(pursuit, why, now);
  }

  /// The answer to the write that was in flight. An answer that none waits for changes nothing.
  public Turn replied(Pursuit pursuit, Result<Receipt> answer, Instant now) {
    return Answers.replied(pursuit, answer, now);
  }

  /// Time has passed; `now` is not before any earlier one.
  public Turn tick(Pursuit pursuit, Instant now) {
    if (pursuit.standing().over()) {
      return Turn.of(pursuit);
    }
    if (now.isAfter(pursuit.errand().deadline())) {
      return Turn.of(pursuit.with(new Standing.Overdue(overdue(pursuit))));
    }
    var course = pursuit.course();
    if (course.inFlight()) {
      return course.sentWithin(Reads.LOST, now) ? Turn.of(pursuit) : Answers.lost(pursuit, now);
    }
    return course.reads().due().isAfter(now) ? Turn.of(pursuit) : Turn.read(pursuit, now);
  }

  /// @param asOf when the read was ordered; empty for a sight that may be older
  private Turn look(Pursuit pursuit, Release release, Instant now, Optional<Instant> asOf) {
    var course = pursuit.course();
    if (asOf.isEmpty() && !course.horizon().counts(release.version())) {
      return Turn.of(pursuit);
    }
    if (pursuit.standing().over()) {
      return Turn.of(settle(pursuit, release, now));
    }
    if (course.inFlight()) {
      return Turn.of(pursuit);
    }
    var looking = pursuit.with(course.with(course.horizon().saw(release.version())));
    var errand = pursuit.errand();
    var move =
        tactics
            .within(errand.may())
            .next(errand.action(), errand.armed(), release, course.accepted());
    return switch (move) {
      case Move.Send(var write) -> send(looking, release, write, now, asOf.isPresent());
      case Move.Wait(var what) ->
          Turn.of(looking.with(looking.course().undone()).with(new Standing.UnderWay(what)));
      case Move.Done(var result) -> done(looking, release, result, now, asOf);
      case Move.Refuse(var why) -> refuse(looking, why, now, asOf.isPresent());
    };
  }

  private static Turn send(
      Pursuit pursuit, Release release, Write write, Instant now, boolean fresh) {
    var course = pursuit.course();
    var facts = Facts.of(release);
    if (pursuit.errand().insists()) {
      var span = fresh ? PATIENCE.dividedBy(2) : PATIENCE.multipliedBy(2);
      if (course.said(write, facts, span, now)) {
        return Turn.of(pursuit.with(course.undone()));
      }
      if (pursuit.attempts() >= MOST_ATTEMPTS && course.sentWithin(RETRY, now)) {
        return Turn.of(pursuit.with(course.undone().with(course.reads().by(now.plus(RETRY)))));
      }
      var rest = course.contested(write, pursuit.errand().lot());
      if (rest.isAfter(now)) {
        return contested(pursuit, rest);
      }
    } else if (course.accepted().contains(write)) {
      return Turn.of(pursuit);
    } else if (pursuit.attempts() >= MOST_ATTEMPTS) {
      return end(pursuit, Words.of("act.attempts", pursuit.attempts()));
    }
    var sending = new Standing.UnderWay(Words.of("act.sending"));
    var sent = pursuit.with(course.send(write, facts, now)).with(sending);
    return Turn.of(sent, new Order.Send(release, write));
  }

  private static Turn contested(Pursuit pursuit, Instant rest) {
    var course = pursuit.course().undone();
    return Turn.of(
        pursuit
            .with(course.with(course.reads().by(rest)))
            .with(new Standing.UnderWay(Words.of("act.contested"))));
  }

  private static Turn done(
      Pursuit pursuit, Release release, Words result, Instant now, Optional<Instant> asOf) {
    var action = pursuit.errand().action();
    var observed = pursuit.with(pursuit.clocks().observe(now));
    boolean settled = Settling.settled(action, release);
    if (Settling.needed(action) && !settled) {
      var waiting = new Standing.UnderWay(Words.of("act.traffic"));
      return Turn.of(observed.with(observed.course().undone()).with(waiting));
    }
    var marked = settled ? observed.with(observed.clocks().move(now)) : observed;
    return pursuit.errand().hold().isZero()
        ? Turn.of(marked.with(new Standing.Succeeded(result)))
        : holding(marked, release, result, now, asOf);
  }

  private static Turn holding(
      Pursuit pursuit, Release release, Words result, Instant now, Optional<Instant> asOf) {
    var course = pursuit.course().done(release, now);
    var held = course.hold().map(Hold::since).orElse(now).plus(pursuit.errand().hold());
    if (asOf.filter(at -> !at.isBefore(held)).isPresent()) {
      return Turn.of(pursuit.with(course).with(new Standing.Succeeded(result)));
    }
    boolean first = !course.hold().equals(pursuit.course().hold());
    var reads = first || asOf.isPresent() ? course.reads().by(held) : course.reads();
    var waiting =
        pursuit.with(course.with(reads)).with(new Standing.UnderWay(Words.of("act.holding")));
    return reads.due().isAfter(now) ? Turn.of(waiting) : Turn.read(waiting, now);
  }

  /// A rollback is not given up on a sight that may be old.
  private static Turn refuse(Pursuit pursuit, Words why, Instant now, boolean fresh) {
    return fresh || !pursuit.errand().insists()
        ? end(pursuit, why)
        : Turn.read(pursuit.with(pursuit.course().undone()), now);
  }

  private static Pursuit settle(Pursuit pursuit, Release release, Instant now) {
    boolean watching =
        pursuit.standing() instanceof Standing.Succeeded && pursuit.clocks().traffic().isEmpty();
    return watching && Settling.settled(pursuit.errand().action(), release)
        ? pursuit.with(pursuit.clocks().move(now))
        : pursuit;
  }

  private static Pursuit started(Errand errand, Standing standing) {
    return new Pursuit(errand, Course.from(errand.begun()), Clocks.from(errand.begun()), standing);
  }

  private static Turn end(Pursuit pursuit, Words why) {
    return Turn.of(pursuit.standing().over() ? pursuit : pursuit.with(new Standing.Failed(why)));
  }

  private static Words left(Pursuit pursuit) {
    if (pursuit.clocks().accepted().isPresent()) {
      return Words.of("act.left.accepted");
    }
    return Words.of(pursuit.sent() > 0 ? "act.left.unknown" : "act.left.unsent");
  }

  private static Words overdue(Pursuit pursuit) {
    if (pursuit.clocks().accepted().isPresent()) {
      return Words.of("act.overdue.accepted");
    }
    return Words.of(pursuit.sent() > 0 ? "act.overdue.unknown" : "act.overdue.unsent");
  }
}
