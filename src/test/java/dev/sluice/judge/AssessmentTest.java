package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Dispersion;
import dev.sluice.judge.evidence.Noise;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Noise CALM = new Noise(Dispersion.NONE, Dispersion.NONE, true);
  private static final OptionalDouble LIMIT = OptionalDouble.of(0.01);

  /// A tenth of the limit of 1 % is one of 1,000; three more than were seen must stay within it.
  @ParameterizedTest
  @CsvSource({
    "3000, 0, 1, 10, true",
    "2999, 0, 1, 10, false",
    "5000, 2, 1, 10, true",
    "5000, 3, 1, 10, false",
    "9000, 0, 2, 10, true",
    "9000, 0, 2.1, 10, false",
    "9000, 0, NaN, 10, true",
    "9000, 0, 1, 3, false",
    "9000, 0, 1, 3.1, true"
  })
  void badRequestsAreTooRareWhereNoStageCouldTellAndTheLimitIsFar(
      long requests, long bad, double ratio, double provable, boolean tooRare) {
    var verdict = undecided(Lack.TOO_LITTLE, evidence(new Tally(requests, bad), ratio));
    assertThat(assessment(LIMIT, provable, Optional.of(verdict)).tooRare()).isEqualTo(tooRare);
  }

  @Test
  void nothingElseThatLacksIsTooRare() {
    var rare = evidence(new Tally(9000, 0), 1);
    assertThat(assessment(LIMIT, 10, Optional.of(undecided(Lack.NO_DATA, rare))).tooRare())
        .isFalse();
    var little = undecided(Lack.TOO_LITTLE, rare);
    assertThat(assessment(OptionalDouble.empty(), 10, Optional.of(little)).tooRare()).isFalse();
    var safe = new Verdict.Safe(rare, Words.of("judge.never"));
    assertThat(assessment(LIMIT, 10, Optional.of(safe)).tooRare()).isFalse();
    assertThat(assessment(LIMIT, 10, Optional.empty()).tooRare()).isFalse();
  }

  @Test
  void whatIsFoundIsSaidOfThatRevisionAndSignalOnly() {
    var worse = new Verdict.Regressed(evidence(new Tally(9000, 90), 4), false, Words.of("x"));
    var errors = assessment(LIMIT, 10, Optional.of(worse));
    var judgement = new Judgement(Optional.of("b"), List.of(errors), Optional.empty(), NOON);
    assertThat(judgement.uncounted()).isFalse();
    assertThat(judgement.of(Signal.ERROR_RATE)).contains(errors);
    assertThat(judgement.of(Signal.LATENCY_P99)).isEmpty();
    assertThat(judgement.hearing(Signal.ERROR_RATE, "b")).isEqualTo(errors.hearing());
    assertThat(judgement.hearing(Signal.ERROR_RATE, "c")).isEmpty();
    assertThat(judgement.hearings("b"))
        .extracting(Hearing::verdict)
        .hasAtLeastOneElementOfType(Verdict.Regressed.class);
    assertThat(judgement.hearings("c")).isEmpty();
  }

  @Test
  void whatIsUndecidedOrNotCountedWasNotFoundWorse() {
    var open = undecided(Lack.NO_DATA, evidence(new Tally(9000, 90), 4));
    var errors = assessment(LIMIT, 10, Optional.of(open));
    var judgement = new Judgement(Optional.of("b"), List.of(errors), Optional.empty(), NOON);
    assertThat(judgement.hearings("b"))
        .extracting(Hearing::verdict)
        .doesNotHaveAnyElementsOfTypes(Verdict.Regressed.class);
    var uncounted = new Judgement(Optional.of("b"), List.of(), Optional.empty(), NOON);
    assertThat(uncounted.uncounted()).isTrue();
    assertThat(uncounted.hearings("b")).isEmpty();
  }

  private static Assessment assessment(
      OptionalDouble limit, double provable, Optional<Verdict> verdict) {
    var planned = new Prospect.Planned(10, Duration.ofHours(1), 3);
    var prospect = new Prospect(planned, 1, provable, 3, Optional.empty());
    var soak = new Soak(10, NOON, 2, 1);
    return new Assessment(
        Measure.of(Signal.ERROR_RATE, limit, 1),
        new Prospect.Service(10, 0.0001, 4, CALM),
        List.of(prospect),
        verdict.map(said -> new Hearing(soak, said, List.of())));
  }

  private static Verdict undecided(Lack lack, Evidence evidence) {
    return new Verdict.Undecided(evidence, lack, Words.of("x"), Words.of("x"));
  }

  private static Evidence evidence(Tally canary, double ratio) {
    return new Evidence(
        canary,
        new Tally(90_000, 9),
        ratio,
        0,
        9,
        0,
        0,
        6,
        CALM,
        Optional.empty(),
        Optional.of(NOON));
  }
}
