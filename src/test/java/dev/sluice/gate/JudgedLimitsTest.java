package dev.sluice.gate;

import static dev.sluice.gate.Finding.Verdict.FAIL;
import static dev.sluice.gate.Finding.Verdict.PASS;
import static dev.sluice.gate.Finding.Verdict.UNDECIDED;
import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Assessment;
import dev.sluice.judge.Evidence;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Lack;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Prospect;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Soak;
import dev.sluice.judge.Verdict;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Dispersion;
import dev.sluice.judge.evidence.Noise;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgedLimitsTest {
  private static final Release CANARY = Releases.canary().build();
  private static final Tally MANY = new Tally(10_000, 50);
  private static final Tally FEW = new Tally(10_000, 1);

  @Test
  void whatIsSafeAtItsStageAndWithinItsLimitPasses() {
    var finding = errors(judged(safe(), MANY, 1.5));
    assertThat(finding.verdict()).isEqualTo(PASS);
    assertThat(Texts.of(finding.evidence())).doesNotContain("×");
    assertThat(Texts.of(finding.threshold())).contains("1.50 times");
  }

  @Test
  void whatIsSafeButOverItsLimitFails() {
    var over = Measurements.healthy().canary(Signal.ERROR_RATE, 0.5);
    assertThat(errors(CANARY, over, judged(safe(), MANY, 1.5)).verdict()).isEqualTo(FAIL);
  }

  @Test
  void whatIsSafeButNotMeasuredLatelyIsUndecided() {
    assertThat(errors(CANARY, Measurements.none(), judged(safe(), MANY, 1.5)).verdict())
        .isEqualTo(UNDECIDED);
  }

  @Test
  void whatIsRegressedFailsWithinItsLimitToo() {
    var finding = errors(judged(new Verdict.Regressed(evidence(MANY), false, WORDS), MANY, 1.5));
    assertThat(finding.verdict()).isEqualTo(FAIL);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NO_DATA", "TOO_LITTLE", "ONE_BAD_POD", "BOTH_OVER_LIMIT", "STABLE_SICK", "TURNING"})
  void whatIsUndecidedHolds(Lack lack) {
    assertThat(errors(judged(undecided(lack, MANY), MANY, 1.5)).verdict()).isEqualTo(UNDECIDED);
  }

  @Test
  void oneStablePodLeavesTheLimitsAloneWhichIsSaid() {
    var finding = errors(judged(undecided(Lack.ONE_STABLE_POD, MANY), MANY, 1.5));
    assertThat(finding.verdict()).isEqualTo(PASS);
    assertThat(Texts.of(finding.threshold())).contains("by this limit alone: one stable pod");
  }

  @Test
  void badRequestsTooRareForTheStageLeaveTheLimitsAlone() {
    var rare = judged(undecided(Lack.TOO_LITTLE, FEW), FEW, 80);
    assertThat(Texts.of(errors(rare).threshold())).contains("too few");
    assertThat(errors(rare).verdict()).isEqualTo(PASS);
  }

  @Test
  void badRequestsThatAreNotFarWithinTheLimitHoldHoweverLittleTheStageCanProve() {
    var near = judged(undecided(Lack.TOO_LITTLE, MANY), MANY, 80);
    assertThat(errors(near).verdict()).isEqualTo(UNDECIDED);
  }

  @Test
  void whatWasJudgedAtAnotherStageHolds() {
    var further = Releases.canary().weighted(50, 50).build();
    assertThat(errors(further, Measurements.healthy(), judged(safe(), MANY, 1.5)).verdict())
        .isEqualTo(UNDECIDED);
  }

  @Test
  void aJudgementOfAnotherRevisionHolds() {
    var another = Releases.canary().revision("c", 1, 1).hashes("a", "c").build();
    assertThat(errors(another, Measurements.healthy(), judged(safe(), MANY, 1.5)).verdict())
        .isEqualTo(UNDECIDED);
  }

  @Test
  void thatNothingCanBeCountedHoldsForEveryRevision() {
    var finding = errors(Proofs.uncounted("z"));
    assertThat(finding.verdict()).isEqualTo(PASS);
    assertThat(Texts.of(finding.threshold())).contains("no counters");
  }

  @Test
  void anOldJudgementHolds() {
    var old = judged(safe(), MANY, 1.5, NOON.minus(Duration.ofMinutes(3)));
    var finding = errors(old);
    assertThat(finding.verdict()).isEqualTo(UNDECIDED);
    assertThat(Texts.of(finding.evidence())).contains("last counted 3");
  }

  @Test
  void aJudgeWhoHasNotSpokenHolds() {
    var proof =
        new Proof(
            Measurements.healthy().read(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    assertThat(gates().look(CANARY, proof, NOON).getFirst().verdict()).isEqualTo(UNDECIDED);
  }

  @Test
  void whenNobodyIsOnStableAnyMoreTheLimitsDecideAlone() {
    var all = Releases.canary().weighted(100, 100).build();
    var finding =
        errors(all, Measurements.healthy(), judged(undecided(Lack.NO_STABLE, MANY), MANY, 1.5));
    assertThat(finding.verdict()).isEqualTo(PASS);
    assertThat(Texts.of(finding.threshold())).contains("nobody is on stable");
  }

  @ParameterizedTest(
      name = "a soak that ended {0} s ago, measured {1} s ago, judged {2} s ago: {3}")
  @CsvSource({
    "30, 30, 30, PASS",
    "30, 31, 20, UNDECIDED",
    "30, 20, 31, UNDECIDED",
    "0, 0, 0, PASS",
    "-1, 0, 0, UNDECIDED",
  })
  void aSoakIsOverOnceMeasurementsAndJudgeHaveSeenItsEnd(
      int ended, int measured, int judged, Finding.Verdict verdict) {
    var judgement = judged(safe(), MANY, 1.5, NOON.minusSeconds(judged));
    var finding = soak(ended, healthy(measured), Optional.of(judgement));
    assertThat(finding.verdict()).isEqualTo(verdict);
  }

  @Test
  void aSoakThatIsNotMeasuredToItsEndPassesWithTheNextMeasurement() {
    var finding = soak(30, healthy(40), Optional.of(Proofs.uncounted("b")));
    assertThat(Texts.of(finding.evidence())).isEqualTo("1 h of 1 h, not measured to its end yet");
    assertThat(finding.change()).map(Texts::of).contains("passes with the next measurement");
    assertThat(soak(30, healthy(30), Optional.of(Proofs.uncounted("b"))).verdict()).isEqualTo(PASS);
  }

  @Test
  void aSoakThatNothingMeasuredTellsOfIsOverWithItsTime() {
    var bad = Measurements.none().aged(40).canary(Signal.ERROR_RATE, 0.5);
    assertThat(soak(30, bad, Optional.of(Proofs.uncounted("b"))).verdict()).isEqualTo(PASS);
    assertThat(soak(30, Measurements.none(), Optional.empty()).verdict()).isEqualTo(PASS);
  }

  private static Measurements healthy(int age) {
    return Measurements.none()
        .aged(age)
        .with(Signal.REQUESTS, 10, 90)
        .with(Signal.ERROR_RATE, 0, 0)
        .with(Signal.LATENCY_P99, 0.2, 0.2);
  }

  /// What is found of a soak of an hour that ended so many seconds ago.
  private static Finding soak(int ended, Measurements measured, Optional<Judgement> judgement) {
    var usual = UsualDemands.of(Limits.DEFAULT);
    var demands =
        new Demands(
            EnumSet.of(Gate.ERROR_RATE, Gate.SOAK),
            usual.limits(),
            Duration.ofHours(1),
            1,
            usual.vulnerableFrom(),
            usual.scannedWithin(),
            usual.reviewedWithin(),
            0.1,
            Optional.empty());
    var release = Releases.canary().pausedSince(NOON.minusSeconds(3600 + ended)).build();
    var proof = new Proof(measured.read(), List.of(), List.of(), Optional.empty(), judgement);
    return new Gates(demands, Duration.ZERO).look(release, proof, NOON).getLast();
  }

  private static final Words WORDS = Words.of("judge.never");

  private static Verdict safe() {
    return new Verdict.Safe(evidence(MANY), WORDS);
  }

  private static Verdict undecided(Lack lack, Tally canary) {
    return new Verdict.Undecided(evidence(canary), lack, WORDS, WORDS);
  }

  private static Evidence evidence(Tally canary) {
    var none = Dispersion.ALL.getFirst();
    return new Evidence(
        canary,
        new Tally(90_000, 9 * canary.bad()),
        1,
        0.8,
        1.3,
        0,
        0,
        6,
        new Noise(none, none, true),
        Optional.empty(),
        Optional.of(NOON));
  }

  private static Judgement judged(Verdict verdict, Tally canary, double provable) {
    return judged(verdict, canary, provable, NOON.minusSeconds(30));
  }

  private static Judgement judged(Verdict verdict, Tally canary, double provable, Instant asOf) {
    var measure = Measure.of(Signal.ERROR_RATE, OptionalDouble.of(0.01), 2);
    var stage = new Prospect.Planned(10, Duration.ofHours(1), 2);
    double asked = Math.min(2, provable);
    var prospect = new Prospect(stage, canary.bad(), provable, asked, Optional.empty());
    var noise = evidence(canary).noise();
    var hearing = new Hearing(new Soak(10, NOON.minusSeconds(600), asked, 4), verdict, List.of());
    var assessment =
        new Assessment(
            measure,
            new Prospect.Service(100, 0.005, 4, noise),
            List.of(prospect),
            Optional.of(hearing));
    return new Judgement(Optional.of("b"), List.of(assessment), Optional.empty(), asOf);
  }

  private static Finding errors(Judgement judgement) {
    return errors(CANARY, Measurements.healthy(), judgement);
  }

  private static Finding errors(Release release, Measurements measured, Judgement judgement) {
    var proof =
        new Proof(measured.read(), List.of(), List.of(), Optional.empty(), Optional.of(judgement));
    return gates().look(release, proof, NOON).getFirst();
  }

  private static Gates gates() {
    return new Gates(UsualDemands.of(Limits.DEFAULT), Duration.ZERO);
  }
}
