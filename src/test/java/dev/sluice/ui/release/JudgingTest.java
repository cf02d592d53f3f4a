package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Judgement;
import dev.sluice.judge.Lack;
import dev.sluice.release.Release;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.verdict.JudgementView;
import dev.sluice.ui.verdict.MeasureView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingTest {
  private static final String UNCOMPARED = "May go on: within the limits, not compared with stable";

  private final Release canary = Samples.canary();

  @Test
  void whileNobodyHasJudgedNothingIsSaidToBeSafe() {
    var view = view(World.of(canary));
    assertThat(verdict(view).mark()).isEqualTo(Mark.HALF);
    assertThat(verdict(view).words()).startsWith("Not yet: ");
    assertThat(view.measures()).isEmpty();
  }

  @Test
  void whereNothingCanBeCountedTheLimitsDecideAlone() {
    var view = judged(Judgements.uncounted());
    assertThat(verdict(view).mark()).isEqualTo(Mark.GOOD);
    assertThat(verdict(view).words()).isEqualTo(UNCOMPARED);
    assertThat(verdict(view).reason()).contains("limits decide alone");
  }

  @Test
  void thatNothingCanBeCountedIsKnownOfANewRevisionAtOnce() {
    var before = new Judgement(Optional.of("z"), List.of(), Optional.empty(), Samples.NOW);
    assertThat(verdict(judged(before)).words()).isEqualTo(UNCOMPARED);
  }

  @Test
  void whyThereIsNoVerdictIsSaid() {
    var view = view(world().unjudged(canary.ref()));
    assertThat(verdict(view).mark()).isEqualTo(Mark.WARNING);
    assertThat(verdict(view).reason()).contains("Prometheus");
  }

  @Test
  void aSafeCanarySaysAtWhichStageAndWithWhichRatios() {
    var view = judged(Judgements.safe());
    assertThat(plain(view.title())).isEqualTo("Verdict at 10 % since 13:49");
    assertThat(verdict(view).mark()).isEqualTo(Mark.GOOD);
    assertThat(verdict(view).words()).isEqualTo("Safe to go on");
    assertThat(view.measures())
        .extracting(MeasureView::name)
        .containsExactly("Failed requests", "Slow requests");
    assertThat(view.measures().getFirst().words()).isEqualTo("×1.05 of stable");
  }

  @Test
  void theWorstMeasureSpeaksForAll() {
    var view = judged(Judgements.regressed());
    assertThat(verdict(view).mark()).isEqualTo(Mark.BAD);
    assertThat(verdict(view).words()).isEqualTo("Worse than stable");
    assertThat(verdict(view).reason()).contains("failed requests").contains("2.10 times");
    assertThat(view.outlook()).contains("roll back");
    assertThat(view.measures()).extracting(MeasureView::mark).containsExactly(Mark.BAD, Mark.GOOD);
  }

  @Test
  void whatWasFoundWorseShowsTheIntervalOfThatMomentWhateverIsCountedAfterIt() {
    var measure = judged(Judgements.regressedBefore()).measures().getFirst();
    assertThat(measure.mark()).isEqualTo(Mark.BAD);
    assertThat(measure.ratio().low()).isGreaterThan(measure.ratio().tolerated());
  }

  @Test
  void whatWasFoundWorseBetweenTwoPointsOfItsCourseSaysByHowMuchAtLeast() {
    var measure = judged(Judgements.regressedBetween()).measures().getFirst();
    assertThat(measure.mark()).isEqualTo(Mark.BAD);
    assertThat(plain(measure.words())).isEqualTo("over ×1.20 of stable");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_DATA, OPEN",
    "TOO_LITTLE, HALF",
    "ONE_BAD_POD, WARNING",
    "BOTH_OVER_LIMIT, WARNING",
    "STABLE_SICK, WARNING",
    "TURNING, WARNING"
  })
  void undecidedSaysWhyAndWhatWouldChangeIt(Lack lack, Mark mark) {
    var view = judged(Judgements.undecided(lack));
    assertThat(verdict(view).mark()).isEqualTo(mark);
    assertThat(verdict(view).words()).startsWith("Undecided");
    assertThat(verdict(view).reason()).matches("[A-Z].*\\.");
    assertThat(view.outlook()).isNotEmpty();
  }

  @Test
  void badRequestsTooRareToCompareAreSaidToBeWithinTheirLimit() {
    var view = judged(Judgements.rare());
    assertThat(verdict(view).mark()).isEqualTo(Mark.GOOD);
    assertThat(verdict(view).words())
        .isEqualTo("May go on: within the limits, too rare to compare");
    assertThat(verdict(view).reason()).contains("failed requests").contains("far within its limit");
    assertThat(view.outlook()).isEmpty();
    assertThat(plain(view.measures().getFirst().words())).isEqualTo("<0.01 %, limit 1 %");
  }

  @Test
  void atAllTrafficThereIsNoRatioToDraw() {
    var view = judged(Judgements.undecided(Lack.NO_STABLE));
    assertThat(view.measures()).noneMatch(measure -> measure.ratio().known());
    assertThat(plain(view.measures().getFirst().words())).isEqualTo("0.46 %, limit 1 %");
  }

  @Test
  void anOldVerdictHoldsAndSaysWhatItWas() {
    var view = judged(Judgements.old(Judgements.safe(), Duration.ofMinutes(5)));
    assertThat(verdict(view).mark()).isEqualTo(Mark.HALF);
    assertThat(verdict(view).words()).isEqualTo("Not yet: last counted 5 min ago");
    assertThat(plain(verdict(view).reason())).startsWith("Found last: It has at most");
    assertThat(view.outlook()).contains("5 min ago");
    assertThat(view.measures()).extracting(MeasureView::mark).containsOnly(Mark.OPEN);
  }

  @Test
  void whatOnceProvedBadStaysSoHoweverOld() {
    var view = judged(Judgements.old(Judgements.regressed(), Duration.ofMinutes(5)));
    assertThat(verdict(view).mark()).isEqualTo(Mark.BAD);
    assertThat(view.outlook()).contains("5 min ago").contains("roll back");
  }

  @Test
  void aClusterThatIsNotHeardMakesSafeUnknown() {
    var view = view(world().judged(canary.ref(), Judgements.safe()).stale("prod-eu"));
    assertThat(verdict(view).words()).isEqualTo("Unknown");
    assertThat(view.outlook()).contains("14 s");
  }

  @Test
  void aLimitThatIsBrokenSinceTheLastLookDecidesAndSaysSo() {
    var broken =
        World.of(canary)
            .read(canary.ref(), Samples.readings(0.005, 0.05))
            .judged(canary.ref(), Judgements.safe());
    assertThat(verdict(view(broken)).words()).startsWith("Do not go on");
    assertThat(verdict(view(broken)).reason()).startsWith("At its last look the judge found");
  }

  @Test
  void anAnalysisThatIsFailingIsNamedWithItsMetric() {
    var verdict = verdict(of(Samples.analysed()));
    assertThat(verdict.mark()).isEqualTo(Mark.WARNING);
    assertThat(verdict.words()).isEqualTo("Analysis is failing: cart-errors");
    assertThat(verdict.reason())
        .isEqualTo(
            "Analysis checkout-b-42-2: 1 of 9 measurements not good, last measured 0.0510,"
                + " condition result[0] <= 0.05.");
  }

  @Test
  void anAnalysisThatFailedIsNamedWithWhatTheEngineSays() {
    var verdict = verdict(of(Samples.failedAnalysis()));
    assertThat(verdict.mark()).isEqualTo(Mark.BAD);
    assertThat(verdict.words()).isEqualTo("Analysis failed: cart-errors");
    assertThat(verdict.reason())
        .startsWith("Analysis checkout-b-42-2: Metric \"cart-errors\" assessed Failed");
    assertThat(verdict(of(Samples.abortedByAnalysis())).reason())
        .contains("Analysis checkout-b-42-2 failed");
  }

  @Test
  void aCanaryThatIsNotHeardOfIsNotSaidToBeWithinItsLimits() {
    var verdict = verdict(view(world().down("prod-eu")));
    assertThat(verdict.words()).isEqualTo("Unknown");
    assertThat(verdict.reason()).startsWith("Not connected for ");
  }

  private static JudgementView of(Release release) {
    var world = World.of(release).read(release.ref(), Samples.readings());
    return world.view(release.ref()).side().judgement();
  }

  @Test
  void whereNothingIsMeasuredNoLimitIsSaidToDecide() {
    var verdict = verdict(view(World.of(canary).read(canary.ref(), Samples.nothing())));
    assertThat(verdict.words()).isEqualTo("Not yet: no data");
    assertThat(verdict.reason())
        .startsWith("Nothing of it was measured lately, neither counters nor rates: see that");
  }

  @Test
  void beforeAnyUserIsOnItThereIsNothingToMeasure() {
    var preview = Samples.blueGreen();
    var world = World.of(preview).read(preview.ref(), Samples.previewReadings());
    assertThat(verdict(world.view(preview.ref()).side().judgement()).reason())
        .isEqualTo("No user is on it yet, so that there is nothing to measure.");
  }

  @Test
  void whatWasProvedWorseDoesNotPassByComingDown() {
    var over =
        World.of(canary)
            .read(canary.ref(), Samples.readings(0.0048, 0.06))
            .judged(canary.ref(), Judgements.regressed())
            .view(canary.ref());
    assertThat(over.side().gates().getFirst().change())
        .isEqualTo("Passes with another revision only");
  }

  @Test
  void whyNothingIsMeasuredIsSaidWithWhatToDo() {
    var view = World.of(canary).unread(canary.ref()).view(canary.ref());
    var verdict = verdict(view.side().judgement());
    assertThat(verdict.words()).isEqualTo("Not yet: no measurements");
    assertThat(verdict.reason())
        .isEqualTo(
            "Prometheus cannot be reached: no answer in time. It is asked again by itself; if this"
                + " stays, see that it runs, and that its address in the metrics settings is"
                + " right.");
    assertThat(view.side().gates().getFirst().change())
        .isEqualTo(
            "Passes once it is measured again: Prometheus cannot be reached: no answer in time");
  }

  @Test
  void anOldVerdictSaysWhyItIsNoYounger() {
    var quiet = judged(Judgements.old(Judgements.safe(), Duration.ofMinutes(5)));
    assertThat(quiet.outlook())
        .startsWith("Compared with stable 5 min ago, and not since. No newer counts came, and no");
    var dead =
        world()
            .judged(canary.ref(), Judgements.old(Judgements.safe(), Duration.ofMinutes(5)))
            .unjudged(canary.ref());
    assertThat(view(dead).outlook()).contains("since. Prometheus cannot be reached: no answer");
  }

  @Test
  void aShareWithinItsLimitIsNoWarningWhereNothingIsPending() {
    var all = judged(Judgements.undecided(Lack.NO_STABLE));
    assertThat(all.measures()).extracting(MeasureView::mark).containsOnly(Mark.GOOD);
    var rare = judged(Judgements.rare());
    assertThat(rare.measures()).extracting(MeasureView::mark).containsOnly(Mark.GOOD);
    var nothing = judged(Judgements.undecided(Lack.NO_DATA));
    assertThat(nothing.measures()).extracting(MeasureView::mark).containsOnly(Mark.OPEN);
  }

  @Test
  void whatWasSafeAtTheLastLookBeforeARollbackIsNotSaidAfterIt() {
    var aborted = Samples.aborted();
    var back = World.of(aborted).judged(aborted.ref(), Judgements.safe());
    var worse = World.of(aborted).judged(aborted.ref(), Judgements.regressed());
    assertThat(verdict(back.view(aborted.ref()).side().judgement()).reason()).isEmpty();
    assertThat(verdict(worse.view(aborted.ref()).side().judgement()).reason()).isNotEmpty();
  }

  @Test
  void safeIsNeverGreenAboveALock() {
    var later = world().judged(canary.ref(), Judgements.safe()).pass(Duration.ofSeconds(79));
    var view = view(later.heard("prod-eu"));
    assertThat(verdict(view).mark()).isEqualTo(Mark.HALF);
    assertThat(verdict(view).words()).isEqualTo("Not yet: measured 1:19 min ago");
    assertThat(plain(verdict(view).reason())).startsWith("It has at most 1.14 times stable");
  }

  @Test
  void whoMayNotPromoteSeesNoGreenEither() {
    var view = view(world().judged(canary.ref(), Judgements.safe()).viewer(canary));
    assertThat(verdict(view).mark()).isEqualTo(Mark.OPEN);
    assertThat(verdict(view).words()).isEqualTo("Locked, though safe");
    var alone = view(world().judged(canary.ref(), Judgements.rare()).viewer(canary));
    assertThat(verdict(alone).mark()).isEqualTo(Mark.OPEN);
    assertThat(verdict(alone).words()).startsWith("Locked, though within the limits");
  }

  @Test
  void aSingleStablePodLeavesItToTheLimits() {
    var view = judged(Judgements.undecided(Lack.ONE_STABLE_POD));
    assertThat(verdict(view).mark()).isEqualTo(Mark.GOOD);
    assertThat(verdict(view).words()).startsWith("May go on: within the limits, one stable pod");
    assertThat(verdict(view).reason()).startsWith("It takes two stable pods");
  }

  @Test
  void whatWasJudgedAtAnotherStageIsOfThen() {
    var view = judged(Judgements.undecided(Lack.NO_STABLE));
    assertThat(plain(view.title())).isEqualTo("Verdict at 100 % since 13:49");
    assertThat(verdict(view).words()).isEqualTo("Not yet: not judged at this stage yet");
    assertThat(verdict(view).reason()).startsWith("Found last: All traffic");
  }

  @Test
  void whatWasSaidOfAnotherRevisionIsNotSaidOfThisOne() {
    var judgement = Judgements.safe();
    var other =
        new Judgement(
            Optional.of("z"), judgement.assessments(), judgement.spending(), judgement.asOf());
    assertThat(verdict(judged(other)).words())
        .isEqualTo("Not yet: the judge has not counted it yet");
  }

  @Test
  void numbersAreThereOnDemandAndForScreenReaders() {
    var measure = judged(Judgements.regressed()).measures().getFirst();
    assertThat(plain(measure.tip()))
        .contains("Canary: 3 020 bad of 297 900. Stable: 12 950 bad of 2 682 400.")
        .contains("worse: over 1 000 000 : 1")
        .contains("alarm at 493 : 1");
    assertThat(plain(measure.spoken()))
        .startsWith("Failed requests. Worse than stable. ")
        .contains("×2.10 of stable, ×1.88 to ×2.33. Alarm from ×1.20");
  }

  @Test
  void theErrorBudgetIsALineOfTheCard() {
    var calm = judged(Judgements.safe()).budget().orElseThrow();
    assertThat(calm.mark()).isEqualTo(Mark.GOOD);
    assertThat(plain(calm.left())).isEqualTo("62 % left, burns ×0.4");
    assertThat(plain(calm.used()))
        .startsWith("This release took 0.04 % of it")
        .contains("1 699 of");
    var burning = judged(Judgements.regressed()).budget().orElseThrow();
    assertThat(burning.mark()).isEqualTo(Mark.BAD);
    assertThat(plain(burning.left())).isEqualTo("41 % left, burning ×16.2");
    var old = judged(Judgements.old(Judgements.safe(), Duration.ofMinutes(5)));
    assertThat(old.budget().orElseThrow().mark()).isEqualTo(Mark.OPEN);
  }

  @Test
  void aBudgetOfLessThanItsWindowSaysOverWhatItIs() {
    var lately = judged(Judgements.lately(Judgements.safe())).budget().orElseThrow();
    assertThat(plain(lately.left())).isEqualTo("62 % left of 1:05 h, burns ×0.4");
    assertThat(plain(lately.used()))
        .contains("Counted over 1:05 h, which is all that Prometheus holds of the 30 d")
        .contains("over 1 h")
        .doesNotContain("over 6 h");
  }

  @Test
  void onceEverybodyIsBackTheBudgetIsCalmAndStillSaysWhatWasSpent() {
    var back = budgetAfter(Judgements.regressed(), Duration.ofMinutes(2));
    assertThat(back.mark()).isEqualTo(Mark.QUIET);
    assertThat(plain(back.left())).isEqualTo("41 % left, 2.70 % spent by it");
  }

  @Test
  void aBudgetThatStillBurnsLongAfterItWasTakenBackIsNotCalm() {
    var later = budgetAfter(Judgements.regressed(), Duration.ofMinutes(6));
    assertThat(later.mark()).isEqualTo(Mark.BAD);
    assertThat(plain(later.left())).isEqualTo("41 % left, burning ×16.2");
  }

  private static JudgementView.BudgetView budgetAfter(Judgement judgement, Duration back) {
    var aborted = Samples.aborted(back);
    return World.of(aborted)
        .judged(aborted.ref(), judgement)
        .view(aborted.ref())
        .side()
        .judgement()
        .budget()
        .orElseThrow();
  }

  @Test
  void nothingIsJudgedWhileNothingIsOnItsWay() {
    var finished = Samples.finished(Samples.CHECKOUT, "v1.9.0");
    assertThat(view(World.of(finished)).empty()).isTrue();
  }

  private JudgementView judged(Judgement judgement) {
    return view(world().judged(canary.ref(), judgement));
  }

  private World world() {
    return World.of(canary).read(canary.ref(), Samples.readings());
  }

  private JudgementView view(World world) {
    return world.view(canary.ref()).side().judgement();
  }

  private static VerdictView verdict(JudgementView view) {
    return view.verdict().orElseThrow();
  }

  private static String plain(String words) {
    return words.replace('\u00a0', ' ');
  }
}
