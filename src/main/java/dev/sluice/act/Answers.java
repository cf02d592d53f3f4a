package dev.sluice.act;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;

/// What the answers to a pursuit's writes, and the failures of its reads, mean for it.
final class Answers {

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(5);

  private Answers() {}

  static Turn replied(Pursuit pursuit, Result<Receipt> answer, Instant now) {
    if (!pursuit.course().inFlight()) {
      return Turn.of(pursuit);
    }
    var answered = pursuit.with(pursuit.course().answered());
    return switch (answer) {
      case Result.Ok<Receipt>(var receipt) -> Turn.of(accepted(answered, receipt, now));
      case Result.Failed<Receipt>(var why) ->
          answered.standing().over() ? Turn.of(answered) : refused(answered, why, now);
    };
  }

  /// No answer came at all, not even that of a time-out.
  static Turn lost(Pursuit pursuit, Instant now) {
    var answered = pursuit.with(pursuit.course().answered());
    return unknown(answered, Words.of("act.unanswered"), now);
  }

  static Turn readFailed(Pursuit pursuit, Failure why, Instant now) {
    var heard = pursuit.with(pursuit.course().with(pursuit.course().reads().answered()));
    if (heard.standing().over() || heard.course().inFlight()) {
      return Turn.of(heard);
    }
    return switch (why) {
      case Failure.Absent _ -> Turn.of(heard.with(new Standing.Failed(Words.of("act.gone"))));
      case Failure.Unreachable _,
          Failure.Moved _,
          Failure.Unknown _,
          Failure.BadAnswer _,
          Failure.Refused _ ->
          unreadable(heard, why, now.plus(RETRY));
      case Failure.BadInput _,
          Failure.Untrusted _,
          Failure.Unauthenticated _,
          Failure.Forbidden _ ->
          unreadable(heard, why, now.plus(LATER));
    };
  }

  private static Pursuit accepted(Pursuit pursuit, Receipt receipt, Instant now) {
    var course = pursuit.course().accept();
    var written =
        pursuit
            .with(
                course
                    .with(course.horizon().wrote(receipt.resourceVersion()))
                    .with(course.reads().by(now.plus(RETRY))))
            .with(pursuit.clocks().accept(now));
    return pursuit.standing().over()
        ? written
        : written.with(new Standing.UnderWay(Words.of("act.accepted")));
  }

  private static Turn refused(Pursuit pursuit, Failure why, Instant now) {
    return switch (why) {
      case Failure.Moved _ -> Turn.read(blind(pursuit), now);
      case Failure.Unknown _, Failure.BadAnswer _ -> unknown(pursuit, why.words(), now);
      case Failure.Unreachable _ -> again(kept(pursuit), why, now);
      case Failure.Untrusted _ -> failed(kept(pursuit), why);
      case Failure.Refused(_, int status, _) when status >= 500 ->
          unknown(pursuit, why.words(), now);
      case Failure.Refused(_, int status, _) when status == 429 -> again(pursuit, why, now);
      case Failure.Refused _,
          Failure.BadInput _,
          Failure.Unauthenticated _,
          Failure.Forbidden _,
          Failure.Absent _ ->
          failed(pursuit, why);
    };
  }

  private static Turn unknown(Pursuit pursuit, Words why, Instant now) {
    var verifying = blind(pursuit).with(new Standing.Verifying(why));
    return Turn.read(
        pursuit.errand().insists() ? verifying : verifying.with(verifying.course().accept()), now);
  }

  /// Nothing was written: a rollback tries again, everything else is left to the person.
  private static Turn again(Pursuit pursuit, Failure why, Instant now) {
    if (!pursuit.errand().insists()) {
      return failed(pursuit, why);
    }
    var waiting = new Standing.Verifying(Words.of("act.again", why.words()));
    return Turn.of(rest(blind(pursuit), now.plus(RETRY)).with(waiting));
  }

  private static Turn unreadable(Pursuit pursuit, Failure why, Instant next) {
    var waiting = new Standing.Verifying(Words.of("act.unreadable", why.words()));
    return Turn.of(rest(pursuit, next).with(waiting));
  }

  private static Pursuit rest(Pursuit pursuit, Instant until) {
    return pursuit.with(pursuit.course().with(pursuit.course().reads().restUntil(until)));
  }

  private static Pursuit kept(Pursuit pursuit) {
    return pursuit.with(pursuit.course().kept());
  }

  private static Pursuit blind(Pursuit pursuit) {
    return pursuit.with(pursuit.course().with(pursuit.course().horizon().blinded()));
  }

  private static Turn failed(Pursuit pursuit, Failure why) {
    return Turn.of(pursuit.with(new Standing.Failed(why)));
  }
}
