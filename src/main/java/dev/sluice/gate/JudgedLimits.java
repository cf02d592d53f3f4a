package dev.sluice.gate;

import dev.sluice.judge.Assessment;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Verdict;
import dev.sluice.release.Release;
import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The gates that go by the judge, who compares the canary with the stable revision, as well as by
/// their limits: only a canary that is safe at its stage passes. Where there is nothing to compare
/// it with, its limits decide alone, and the finding says so.
record JudgedLimits(Release release, Optional<Judgement> judgement, Limits limits, Times times) {

  private static final int EVERYONE = 100;

  /// What is found of that signal, of which the limit alone has found this much.
  Finding over(Finding limit, Signal signal) {
    if (limit.verdict() == Finding.Verdict.FAIL) {
      return regressed(signal) ? lasting(limit) : limit;
    } else if (limit.verdict() == Finding.Verdict.NOT_YET) {
      return limit;
    } else if (judgement.filter(Judgement::uncounted).isPresent()) {
      return alone(limit, Words.of("gate.judge.uncounted"));
    } else if (judgement.isEmpty() || !aboutThis(judgement.get())) {
      return open(limit, Words.of("gate.judge.yet"), Words.of("gate.change.judged"));
    }
    var hearing = judgement.get().hearing(signal, release.currentHash().orElse(""));
    if (hearing.isPresent()) {
      return heard(limit, signal, hearing.get());
    }
    return judgement.get().of(signal).isEmpty()
        ? alone(limit, Words.of("gate.judge.uncounted"))
        : open(limit, Words.of("gate.judge.stage"), Words.of("gate.change.judged"));
  }

  private boolean regressed(Signal signal) {
    return judgement
        .flatMap(one -> one.hearing(signal, release.currentHash().orElse("")))
        .filter(hearing -> hearing.verdict() instanceof Verdict.Regressed)
        .isPresent();
  }

  /// Over its limit, and proved to be worse: that it comes down again would not make it pass.
  private static Finding lasting(Finding limit) {
    return Finding.fail(
        limit.gate(),
        limit.evidence(),
        limit.threshold(),
        limit.asOf(),
        Words.of("gate.change.regressed"));
  }

  private boolean aboutThis(Judgement judged) {
    return judged.revision().equals(release.currentHash());
  }

  private Finding heard(Finding limit, Signal signal, Hearing hearing) {
    var verdict = hearing.verdict();
    if (verdict instanceof Verdict.Regressed) {
      return Finding.fail(
          limit.gate(),
          verdict.sentence(),
          limit.threshold(),
          limit.asOf(),
          Words.of("gate.change.regressed"));
    } else if (release.weight() == EVERYONE) {
      return alone(limit, Words.of("gate.judge.nobody"));
    } else if (hearing.soak().weight() != release.weight()) {
      return open(limit, Words.of("gate.judge.stage"), Words.of("gate.change.judged"));
    } else if (old().isPresent()) {
      return open(limit, Words.of("gate.judge.old", old().get()), Words.of("gate.change.judged"));
    }
    return decided(limit, signal, hearing);
  }

  private Finding decided(Finding limit, Signal signal, Hearing hearing) {
    var threshold =
        Words.of(
            "gate.threshold.judged",
            limit.threshold(),
            Figures.fixed(hearing.soak().notWorseThan(), 2));
    return switch (hearing.verdict()) {
      case Verdict.Safe _ ->
          limit.verdict() == Finding.Verdict.PASS
              ? Finding.pass(limit.gate(), limit.evidence(), threshold, told(limit))
              : limit;
      case Verdict.Undecided undecided ->
          incomparable(undecided, signal)
              ? alone(limit, reason(undecided))
              : Finding.open(
                  limit.gate(), undecided.sentence(), threshold, limit.asOf(), undecided.outlook());
      case Verdict.Regressed regressed ->
          throw new IllegalStateException(regressed.sentence().key());
    };
  }

  /// Whether there is nothing to compare it with: no stable revision, pods that cannot be told
  /// apart from their own noise, or bad requests that are too rare. One that looks worse is none of
  /// these.
  private boolean incomparable(Verdict.Undecided undecided, Signal signal) {
    return switch (undecided.lack()) {
      case NO_STABLE, ONE_STABLE_POD -> true;
      case TOO_LITTLE ->
          judgement.flatMap(one -> one.of(signal)).filter(Assessment::tooRare).isPresent();
      case NO_DATA, ONE_BAD_POD, BOTH_OVER_LIMIT, STABLE_SICK, TURNING -> false;
    };
  }

  private static Words reason(Verdict.Undecided undecided) {
    return switch (undecided.lack()) {
      case NO_STABLE -> Words.of("gate.judge.nobody");
      case ONE_STABLE_POD -> Words.of("gate.judge.pod");
      case NO_DATA, TOO_LITTLE, ONE_BAD_POD, BOTH_OVER_LIMIT, STABLE_SICK, TURNING ->
          Words.of("gate.judge.rare");
    };
  }

  /// By the limit alone, which is weaker evidence.
  private static Finding alone(Finding limit, Words why) {
    return limit.verdict() == Finding.Verdict.PASS
        ? Finding.pass(
            limit.gate(),
            limit.evidence(),
            Words.of("gate.threshold.alone", limit.threshold(), why),
            limit.asOf())
        : limit;
  }

  /// What the limit leaves open is said first: that the canary is not measured explains the rest.
  private static Finding open(Finding limit, Words evidence, Words change) {
    return limit.verdict() == Finding.Verdict.PASS
        ? Finding.open(limit.gate(), evidence, limit.threshold(), limit.asOf(), change)
        : limit;
  }

  /// How old the newest slice is that carries evidence or not, when that is too old: twice what
  /// measurements may be, since a slice takes its time.
  private Optional<Duration> old() {
    var at = judgement.map(Judgement::asOf).map(times::local).orElse(Instant.MIN);
    var age = times.since(at);
    return age.compareTo(limits.freshness().multipliedBy(2)) > 0
        ? Optional.of(age)
        : Optional.empty();
  }

  /// Up to when limit and judge both tell of it.
  private Optional<Instant> told(Finding limit) {
    return Stream.concat(
            limit.asOf().stream(), judgement.map(Judgement::asOf).map(times::local).stream())
        .min(Comparator.naturalOrder());
  }
}
