package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.conduct.NextStep;
import dev.sluice.conduct.WeightCourse;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Finding.Verdict;
import dev.sluice.gate.Gate;
import dev.sluice.judge.Lack;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseDraft;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.state.Event;
import dev.sluice.state.LogTail;
import dev.sluice.state.Need;
import dev.sluice.state.Needs;
import dev.sluice.text.Words;
import dev.sluice.ui.chart.Band;
import dev.sluice.ui.chart.ChartView;
import dev.sluice.ui.chart.Content;
import dev.sluice.ui.chart.Ink;
import dev.sluice.ui.chart.Line;
import dev.sluice.ui.chart.RunView;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.LaneView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.PlanView;
import dev.sluice.ui.control.StageView;
import dev.sluice.ui.control.StageView.Place;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.verdict.MeasureView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseViewsTest {
  private final Release canary = Samples.canary();

  @Test
  void whereNoPodAnswersUsersTheWayBackIsUrgentAndTheVerdictSaysWhy() {
    var crashing = Samples.crashing();
    var view =
        World.of(crashing).read(crashing.ref(), Samples.crashedReadings()).view(crashing.ref());
    assertThat(view.bar().urgent()).isTrue();
    var verdict = view.side().judgement().verdict().orElseThrow();
    assertThat(verdict.mark()).isEqualTo(Mark.BAD);
    assertThat(verdict.words().replace('\u00a0', ' '))
        .isEqualTo(
            "Do not go on: its pod is not ready (CrashLoopBackOff), and 10 % of the requests go to"
                + " it");
    assertThat(plain(view.side().conduct().next().words()))
        .isEqualTo("25 % in 17:50 min unless you act");
    assertThat(view.side().conduct().next().reason())
        .isEqualTo("Hold “Roll back to v1.8.3”, or Ctrl+Backspace.");
  }

  @Test
  void whatUsersFeelOverItsLimitIsRedEverywhereBeforeTheJudgeSaysIt() {
    var slow = world(canary).read(canary.ref(), Samples.justSlowReadings());
    var world = slow.judged(canary.ref(), Judgements.rare());
    var view = world.view(canary.ref());
    var verdict = view.side().judgement().verdict().orElseThrow();
    assertThat(verdict.mark()).isEqualTo(Mark.BAD);
    assertThat(plain(verdict.words()))
        .isEqualTo("Do not go on: its p99 is 2.01 s, at most 500 ms may be");
    assertThat(verdict.reason()).startsWith("Since the stage began: ");
    assertThat(view.side().judgement().outlook()).isEmpty();
    assertThat(view.side().judgement().measures())
        .extracting(MeasureView::mark)
        .containsExactly(Mark.GOOD, Mark.QUIET);
    assertThat(view.side().conduct().next().mark()).isEqualTo(Mark.BAD);
    assertThat(view.side().conduct().next().reason()).contains("Hold “Roll back to v1.8.3”");
    assertThat(view.bar().urgent()).isTrue();
    assertThat(stages(view).get(1).place()).isEqualTo(Place.BAD);
    assertThat(new Needs(World.SIGHT).of(world.state(), canary).orElseThrow().kind())
        .isEqualTo(Need.Kind.WORSE);
  }

  @Test
  void whatIsMeasuredNoMoreOrWasOverItsLimitWithNobodyOnItAlarmsNobody() {
    var slow = world(canary).read(canary.ref(), Samples.justSlowReadings());
    assertThat(slow.view(canary.ref()).bar().urgent()).isTrue();
    var old = slow.pass(Duration.ofMinutes(2)).heard("prod-eu");
    assertThat(old.view(canary.ref()).bar().urgent()).isFalse();
    var back = Samples.aborted();
    assertThat(
            world(back)
                .read(back.ref(), Samples.justSlowReadings())
                .view(back.ref())
                .bar()
                .urgent())
        .isFalse();
  }

  @Test
  void theHeadSaysFromWhichToWhichRevision() {
    var head = measured(canary).head();
    assertThat(head.from()).contains(new HeadView.Version("r41", "v1.8.3"));
    assertThat(head.to()).contains(new HeadView.Version("r42", "v1.9.0"));
    assertThat(head.about()).contains("prod-eu / shop", "nginx", "Argo CD");
    assertThat(head.digest().orElseThrow().full()).startsWith("sha256:ab12f09c");
  }

  @Test
  void theTrackShowsWhatIsDoneWhatIsNowAndWhatComes() {
    var stages = stages(measured(canary));
    assertThat(stages)
        .extracting(StageView::place)
        .containsExactly(Place.DONE, Place.NOW, Place.NEXT, Place.NEXT, Place.NEXT);
    assertThat(plain(stages.get(1).line())).isEqualTo("42:10 of 1 h, 10 % routed");
    assertThat(stages.get(1).progress().orElseThrow()).isBetween(0.70, 0.71);
    assertThat(stages.getLast().line()).isEqualTo("About 17:49 UTC");
  }

  @Test
  void theSoakClockRunsWithTheServersTime() {
    var later = World.of(canary).pass(Duration.ofSeconds(5)).view(canary.ref());
    assertThat(stages(later).get(1).line()).startsWith("42:15");
  }

  @Test
  void everyVerbIsFreeWhenAllGatesPass() {
    var bar = measured(canary).bar();
    assertThat(bar.rollback().label()).isEqualTo("Roll back to v1.8.3");
    assertThat(bar.rollback().action()).isEqualTo(new Action.RollBack("a"));
    assertThat(bar.rollback().free()).isTrue();
    assertThat(plain(bar.forward().orElseThrow().label())).isEqualTo("Promote to 25 %");
    assertThat(bar.forward().orElseThrow().free()).isTrue();
    assertThat(bar.calm().orElseThrow().label()).isEqualTo("Pause");
  }

  @Test
  void withoutDataPromotingIsLockedAndSaysWhyWhileRollingBackIsNot() {
    var bar = world(canary).read(canary.ref(), Samples.nothing()).view(canary.ref()).bar();
    var forward = bar.forward().orElseThrow();
    assertThat(forward.locks()).contains("Error rate: no data", "Latency p99: no data");
    assertThat(forward.reasonUnlocks()).isTrue();
    assertThat(bar.rollback().free()).isTrue();
  }

  @Test
  void staleDataLocksPromotingForGoodAndIsSaidAboveAll() {
    var view = world(canary).stale("prod-eu").view(canary.ref());
    assertThat(view.bar().forward().orElseThrow().reasonUnlocks()).isFalse();
    assertThat(view.news().getFirst().words()).contains("14 s");
    assertThat(view.bar().rollback().free()).isTrue();
  }

  @Test
  void whoMayOnlyReadSeesEveryVerbOffWithTheApiServersReason() {
    var bar = world(canary).viewer(canary).view(canary.ref()).bar();
    List<Verb> all = new ArrayList<>(bar.more());
    all.addAll(List.of(bar.rollback(), bar.calm().orElseThrow(), bar.forward().orElseThrow()));
    assertThat(all)
        .allSatisfy(verb -> {
          assertThat(verb.free()).isFalse();
          assertThat(verb.locks().getFirst()).contains("cannot patch resource");
        });
  }

  @Test
  void gatesStandBeforeTheNextStage() {
    var side = measured(canary).side();
    assertThat(plain(side.gatesFor())).isEqualTo("Gates for 25 %");
    assertThat(side.gates()).extracting(GateView::mark).containsOnly(Mark.GOOD);
  }

  @Test
  void podsTellRestartsAndTheLastExit() {
    assertThat(measured(canary).side().pods())
        .extracting(PodView::name)
        .containsExactly("v1.9.0 canary", "OOMKilled (137), 3:10 min ago", "v1.8.3 stable");
  }

  @Test
  void aPodThatCannotRunSaysWhyAndOffersTheLogOfTheRunThatCrashed() {
    var pods = measured(Samples.crashing()).side().pods();
    assertThat(pods.get(1).name()).isEqualTo("CrashLoopBackOff");
    assertThat(pods.get(1).detail()).isEqualTo("main in checkout-b-x7k2p");
    assertThat(pods.get(1).log()).contains(new LogTail.Source("checkout-b-x7k2p", "main", true));
    assertThat(pods.getFirst().detail()).isEqualTo("6 restarts");
  }

  @Test
  void aLogLoadsThenShowsItsLinesOrSaysWhyNot() {
    assertThat(body(crashing().asksForTheLog())).isInstanceOf(LogView.Body.Loading.class);
    assertThat(body(crashing().log(canary.ref(), Result.ok(List.of("a", "b")))))
        .isEqualTo(new LogView.Body.Lines("a\nb"));
    assertThat(body(crashing().log(canary.ref(), Result.ok(List.of()))))
        .isEqualTo(new LogView.Body.None("The log is empty.", false));
    assertThat(why(new Failure.Absent("prod-eu", "pod"))).contains("The pod is gone");
    assertThat(why(new Failure.Forbidden("prod-eu", "cannot get pods/log")))
        .contains("cannot get pods/log");
    assertThat(why(new Failure.Refused("prod-eu", 400, "previous terminated container not found")))
        .startsWith("There is no such run of the container");
  }

  private String why(Failure failure) {
    return body(crashing().log(canary.ref(), Result.failed(failure)))
            instanceof LogView.Body.None(String why, _)
        ? why
        : "";
  }

  private static World crashing() {
    return world(Samples.crashing());
  }

  private LogView.Body body(World world) {
    return world.view(canary.ref()).log().orElseThrow().body();
  }

  @Test
  void theWayBackSaysWhoGoesOnAskingForTheNewerVersionWhereAnAbortLeavesTheManifest() {
    var back = measured(canary).side().wayBack();
    assertThat(back.mark()).isEqualTo(Mark.GOOD);
    assertThat(back.reason())
        .contains(
            "10 of 10", "Afterwards Argo CD app “shop” still asks for v1.9.0: revert the commit");
  }

  @Test
  void theWayBackWarnsOfWhoPutsTheManifestBackWhereGoingBackChangesIt() {
    var full = ReleaseDraft.of(canary, at -> at.progress(on -> on.promoteFull = true));
    var back = World.of(full).view(full.ref()).side().wayBack();
    assertThat(back.mark()).isEqualTo(Mark.WARNING);
    assertThat(back.reason()).contains("Argo CD app “shop” puts the manifest back");
  }

  @Test
  void aCanarysChartsShowBothLinesAndTheLimit() {
    List<ChartView> charts = measured(canary).charts().charts();
    assertThat(charts).hasSize(4);
    assertThat(inks(charts.getFirst())).containsExactly(Ink.CANARY, Ink.STABLE);
    assertThat(charts.getFirst().limit()).hasValue(0.01);
    assertThat(charts).extracting(ChartView::content).containsOnly(new Content.Fresh());
  }

  @Test
  void chartsLoadThenFailThenGrowOldInWords() {
    assertThat(content(World.of(canary))).isInstanceOf(Content.Loading.class);
    assertThat(content(World.of(canary).unread(canary.ref()))).isInstanceOf(Content.Failed.class);
    assertThat(content(World.of(canary).read(canary.ref(), Samples.nothing())))
        .isInstanceOf(Content.Silent.class);
    var unread = world(canary).unread(canary.ref()).pass(Duration.ofMinutes(3)).heard("prod-eu");
    assertThat(content(unread)).isEqualTo(new Content.Old("3 min old"));
  }

  @Test
  void whatWasTakenBackInThePracticeClusterWasSoByItsOwnClock() {
    var release = Samples.abortedInTheDrill();
    var view = World.of(release).view(release.ref());
    assertThat(view.news().getFirst().detail())
        .startsWith("v1.9.0 was rolled back at 14:30 drill time.");
  }

  @Test
  void aCanaryThatWasTakenBackIsCalmAndCanBeStartedAgain() {
    var view = measured(Samples.aborted());
    assertThat(stages(view))
        .extracting(StageView::place)
        .containsExactly(Place.DONE, Place.LEFT, Place.NEXT, Place.NEXT, Place.NEXT);
    assertThat(stages(view).get(1).line()).isEqualTo("Rolled back at 14:30 UTC");
    assertThat(view.bar().caution()).isEmpty();
    assertThat(view.side().conduct().goesBack()).isEmpty();
    assertThat(view.news().getFirst().mark()).isEqualTo(Mark.GOOD);
    assertThat(view.news().getFirst().words()).isEqualTo("Everyone is on v1.8.3");
    assertThat(view.news().getFirst().detail()).startsWith("v1.9.0 was rolled back at 14:30 UTC.");
    assertThat(view.bar().forward().orElseThrow().action()).isEqualTo(new Action.Retry());
    assertThat(view.bar().rollback().label()).isEqualTo("Roll back to v1.8.3");
  }

  @Test
  void whileUsersAreStillTakenOffItNothingIsStartedAgain() {
    var view = measured(Samples.aborting());
    assertThat(stages(view).get(1).place()).isEqualTo(Place.BROKEN);
    var again = view.bar().forward().orElseThrow();
    assertThat(again.action()).isEqualTo(new Action.Retry());
    assertThat(again.locks())
        .containsExactly(
            "Users are still being taken off it; it can start again once all of them are back.");
    assertThat(view.bar().rollback().free()).isTrue();
  }

  @Test
  void ofAnAbortOfWhichNothingTellsAtWhichWeightNoStageIsSaidToHaveHadIt() {
    var view =
        World.empty("prod-eu")
            .tell(new Event.Listed(World.scope("prod-eu"), List.of(Samples.aborted())))
            .tell(new Event.Opened(Samples.CHECKOUT))
            .view(Samples.CHECKOUT);
    assertThat(stages(view)).extracting(StageView::place).containsOnly(Place.NEXT);
  }

  @Test
  void whereAllUsersHaveItOnlyItsEndIsStillToCome() {
    var all = Samples.everyone();
    var view =
        World.of(all)
            .read(all.ref(), Samples.everyoneReadings())
            .judged(all.ref(), Judgements.undecided(Lack.NO_STABLE))
            .view(all.ref());
    assertThat(view.side().gatesFor()).isEqualTo("Gates to finish");
    assertThat(view.side().conduct().next().words().replace('\u00a0', ' '))
        .isEqualTo("Finished in 1:17 h");
    assertThat(view.side().conduct().next().reason())
        .startsWith(
            "All users have v1.9.0. Then it becomes the stable version, and the pods of v1.8.3"
                + " go.");
    assertThat(view.side().judgement().verdict().orElseThrow().words())
        .isEqualTo("Within the limits, nobody left on the version before to compare with");
  }

  @Test
  void whoPutsTheManifestBackIsSaidOnce() {
    var before = measured(canary).side();
    assertThat(before.wayBack().reason()).contains("revert the commit");
    assertThat(before.conduct().next().reason()).doesNotContain("revert the commit");
    var back = measured(Samples.aborted()).side();
    assertThat(back.wayBack().reason()).doesNotContain("revert the commit");
    assertThat(back.wayBack().mark()).isEqualTo(Mark.GOOD);
    assertThat(back.conduct().next().reason()).contains("revert the commit");
  }

  @Test
  void aConnectionThatWasGivenUpSaysSinceWhenNothingIsHeard() {
    var view = world(canary).pass(Duration.ofMinutes(3)).down("prod-eu").view(canary.ref());
    assertThat(view.news().getFirst().words()).startsWith("Not connected for 3 min. ");
    assertThat(view.side().gates().getFirst().evidence()).isEqualTo("unknown, not connected");
    assertThat(view.side().conduct().next().reason())
        .isEqualTo(
            "Not connected for 3 min. The engine goes on by itself, unless somebody has acted"
                + " since.");
  }

  @Test
  void whatHappenedOnAnotherDaySaysOnWhich() {
    var finished = Samples.finished(Samples.CHECKOUT, "v1.8.3");
    assertThat(World.of(finished).view(finished.ref()).timeline())
        .extracting(MomentView::time)
        .containsExactly("21 Nov 14:32");
    assertThat(measured(canary).timeline().getFirst().time()).isEqualTo("14:29");
  }

  @Test
  void whoStartsAgainWhatWasFoundWorseIsToldSo() {
    var aborted = Samples.aborted();
    var view = world(aborted).judged(aborted.ref(), Judgements.regressed()).view(aborted.ref());
    assertThat(view.bar().caution()).isEqualTo("v1.9.0 was found worse than v1.8.3.");
    assertThat(view.bar().forward().orElseThrow().free()).isTrue();
    var verdict = view.side().judgement().verdict().orElseThrow();
    assertThat(verdict.mark()).isEqualTo(Mark.QUIET);
    assertThat(verdict.words()).isEqualTo("v1.9.0 was found worse");
    assertThat(view.side().judgement().outlook()).isEmpty();
    assertThat(view.side().judgement().measures())
        .extracting(MeasureView::mark)
        .containsOnly(Mark.QUIET);
  }

  @Test
  void anAbortedCanaryThatStillServesUsersIsBroken() {
    var view = measured(Samples.aborting());
    assertThat(stages(view)).extracting(StageView::place).contains(Place.BROKEN);
    assertThat(view.bar().forward().orElseThrow().action()).isEqualTo(new Action.Retry());
    assertThat(view.news().getFirst().mark()).isEqualTo(Mark.BAD);
    assertThat(view.news().getFirst().words())
        .isEqualTo("v1.9.0 was aborted; its users are still being brought back to v1.8.3.");
  }

  @Test
  void theStageOfWhatIsBadSaysSoInTheWordsOfTheVerdict() {
    assertThat(place(world(canary))).isEqualTo(Place.NOW);
    assertThat(bad(world(canary).judged(canary.ref(), Judgements.regressed())))
        .isEqualTo("worse than stable");
    assertThat(bad(World.of(canary).read(canary.ref(), Samples.readings(0.0048, 0.06))))
        .isEqualTo("over its limit");
    assertThat(bad(World.of(Samples.crashing()).read(canary.ref(), Samples.crashedReadings())))
        .isEqualTo("pods not ready");
    assertThat(bad(world(Samples.failedAnalysis()))).isEqualTo("analysis failed");
    var paused = Samples.pausedByHand();
    assertThat(bad(world(paused).judged(canary.ref(), Judgements.regressed())))
        .isEqualTo("worse than stable, paused by hand");
    assertThat(bad(world(canary).ruled("gates: {vulnerabilities: {required: true}}")))
        .as("a gate that is merely not told yet")
        .isEmpty();
  }

  @Test
  void whatIsBadStaysSoUntilItsUsersAreBack() {
    var regressed = world(canary).judged(canary.ref(), Judgements.regressed()).fleet();
    var returning = stages(regressed.goesBackTogether(canary.ref()).view(canary.ref())).get(1);
    assertThat(returning.place()).isEqualTo(Place.BAD);
    assertThat(returning.note()).isEqualTo("worse than stable");
    assertThat(returning.line()).startsWithIgnoringCase("going back");
    var back = world(Samples.aborted()).judged(canary.ref(), Judgements.regressed());
    assertThat(stages(back.view(canary.ref()))).extracting(StageView::place).contains(Place.LEFT);
  }

  private Place place(World world) {
    return stages(world.view(canary.ref())).get(1).place();
  }

  /// What its stage says is bad, which its verdict agrees with.
  private String bad(World world) {
    var view = world.view(canary.ref());
    var stage =
        stages(view).stream()
            .filter(one -> one.place() == Place.BAD || one.place() == Place.BROKEN)
            .findFirst();
    var verdict = view.side().judgement().verdict().orElseThrow();
    assertThat(stage.isPresent()).isEqualTo(verdict.mark() == Mark.BAD);
    return stage.map(StageView::note).orElse("");
  }

  @Test
  void aBlueGreenHasTwoLanesAndTheSwitchAhead() {
    var view = measured(Samples.blueGreen());
    assertThat(lanes(view)).extracting(LaneView::active).containsExactly(true, false);
    assertThat(view.bar().forward().orElseThrow().label()).isEqualTo("Switch to v1.6.0");
    assertThat(view.charts().charts()).hasSize(2);
    assertThat(lanes(view)).extracting(LaneView::users).containsExactly("all users", "no users");
    assertThat(lanes(view))
        .extracting(LaneView::standing)
        .containsExactly(LaneView.Standing.ACTIVE, LaneView.Standing.PREVIEW);
    assertThat(inks(view.charts().charts().getFirst())).containsExactly(Ink.AFTER, Ink.BEFORE);
  }

  @Test
  void beforeTheSwitchBothLanesAreDrawnToTheirNewestFigure() {
    var lines = measured(Samples.blueGreen()).charts().charts().getFirst().lines();
    assertThat(lines).extracting(Line::name).containsExactly("blue", "green");
    assertThat(lines)
        .allMatch(
            line -> line.series().lastMeasured() > Samples.NOW.minusSeconds(60).toEpochMilli());
  }

  @Test
  void afterTheSwitchBlueIsKeptForAWhileAndDrawnUntilIt() {
    var view = measured(Samples.switched());
    assertThat(lanes(view)).extracting(LaneView::active).containsExactly(false, true);
    assertThat(lanes(view).getFirst().aside()).isEqualTo("kept 27:43 more");
    assertThat(view.bar().rollback().label()).isEqualTo("Switch back to v1.5.0");
    List<Line> lines = view.charts().charts().getFirst().lines();
    assertThat(lines).extracting(Line::ink).containsExactly(Ink.AFTER, Ink.BEFORE);
    long at = Samples.NOW.minusSeconds(137).toEpochMilli();
    assertThat(lines.getFirst().series().time(0)).isGreaterThanOrEqualTo(at);
    assertThat(lines.getLast().series().lastMeasured()).isLessThan(at);
  }

  @Test
  void goingBackKeepsTheLanesNames() {
    var before = lanes(measured(Samples.switched()));
    var back = lanes(measured(Samples.switchedBack()));
    assertThat(before).extracting(LaneView::name).containsExactly("BLUE", "GREEN");
    assertThat(back).extracting(LaneView::name).containsExactly("BLUE", "GREEN");
    assertThat(back).extracting(LaneView::version).containsExactly("v1.5.0", "v1.6.0");
    assertThat(back).extracting(LaneView::active).containsExactly(true, false);
  }

  @Test
  void aLanesRateIsNeverFromBeforeTheSwitch() {
    var fresh = lanes(measured(Samples.switched(Duration.ofSeconds(37))));
    assertThat(fresh)
        .extracting(LaneView::health)
        .allMatch(health -> health.equals("8 of 8 ready, its rate is known in 0:23"));
    assertThat(lanes(measured(Samples.switched())).getLast().health()).contains("118/s");
  }

  @Test
  void aLanesMeasurementsFollowItsRevisionWhateverTheReleaseCallsIt() {
    var lanes = measured(Samples.switchedBack()).charts().charts().getFirst().lines();
    assertThat(lanes).extracting(Line::name).containsExactly("blue", "green was");
    assertThat(lanes.getFirst().series().size()).isPositive();
  }

  @Test
  void onAStaleScreenNoGateStaysPassedAndTheChartsAreOld() {
    var view = world(canary).stale("prod-eu").view(canary.ref());
    assertThat(view.stale()).isTrue();
    assertThat(view.side().gates())
        .allSatisfy(gate -> {
          assertThat(gate.mark()).isEqualTo(Mark.OPEN);
          assertThat(gate.evidence()).isEqualTo("unknown, 14 s old");
        });
    assertThat(view.charts().charts())
        .extracting(ChartView::content)
        .containsOnly(new Content.Old("14 s old"));
  }

  @Test
  void whatWasBadWhenItsClusterWasLastHeardStaysSoWithItsAge() {
    var view = World.of(Samples.crashing()).stale("prod-eu").view(canary.ref());
    var verdict = view.side().judgement().verdict().orElseThrow();
    assertThat(verdict.mark()).isEqualTo(Mark.BAD);
    assertThat(verdict.words()).startsWith("Do not go on: its pod is not ready");
    assertThat(verdict.reason()).isEqualTo("14 s old.");
    assertThat(view.bar().urgent()).isTrue();
  }

  @Test
  void whoMayNotGoBackIsOfferedNothingToArm() {
    assertThat(world(canary).view(canary.ref()).side().conduct().goesBack()).isPresent();
    var viewer = world(canary).viewer(canary).view(canary.ref());
    assertThat(viewer.side().conduct().goesBack()).isEmpty();
  }

  @Test
  void beforeItsClusterIsHeardAgainNoGateIsToldBesideTheLockedPromotion() {
    var late = world(canary).pass(Duration.ofMinutes(3)).down("prod-eu");
    var locked = late.view(canary.ref()).bar().forward().orElseThrow();
    assertThat(locked.against()).isNotEmpty().noneMatch(Obstacle::gate);
  }

  @Test
  void aWatchThatFellSilentWithoutFailingIsStaleToo() {
    var view = world(canary).pass(Duration.ofSeconds(11)).view(canary.ref());
    assertThat(view.stale()).isTrue();
  }

  @Test
  void cardsAndChartsSayNumbersAlike() {
    var gates = measured(canary).side().gates();
    assertThat(plain(gates.getFirst().evidence())).isEqualTo("0.76 %");
    assertThat(plain(gates.getFirst().threshold())).startsWith("at most 1 %");
  }

  @Test
  void anArmedPromotionShowsItsPlanAndCountsDown() {
    var world = world(canary).arm(canary, new Action.Promote());
    assertThat(plan(world).stand()).isEqualTo(new PlanView.Stand.Armed(10));
    world.pass(Duration.ofSeconds(4));
    assertThat(plan(world).stand()).isEqualTo(new PlanView.Stand.Armed(6));
    world.pass(Duration.ofSeconds(7));
    assertThat(world.view(canary.ref()).armed()).isEmpty();
  }

  @Test
  void aPromotionDespiteAGateAsksForAReason() {
    var world =
        World.of(canary)
            .read(canary.ref(), Samples.readings(0.004, 0.05))
            .arm(canary, new Action.Promote());
    assertThat(plan(world).needsReason()).isTrue();
    assertThat(plan(world).stand()).isInstanceOf(PlanView.Stand.Armed.class);
  }

  @Test
  void aChangedFactLocksTheArmedPromotionAndSaysWhich() {
    var world = world(canary).arm(canary, new Action.Promote());
    Release moved =
        Samples.canary(
            canary.ref(), Samples.standardPlan(), 5, 25, "v1.8.3", "v1.9.0", Samples.ARGO);
    world.tell(new Event.Seen(moved));
    assertThat(plan(world).stand())
        .isEqualTo(new PlanView.Stand.Locked("Let go: the step changed. Nothing was sent."));
  }

  @Test
  void theTimelineIsNewestFirst() {
    assertThat(measured(canary).timeline())
        .extracting(MomentView::who)
        .containsExactly(
            "kubelet",
            "bob",
            "bob",
            "rollouts-controller",
            "alice",
            "rollouts-controller",
            "argocd");
  }

  @Test
  void whoActedLastIsSaidAndSomebodyElseAtWorkIsNews() {
    assertThat(measured(canary).acted()).isEqualTo("Last acted: bob, 19 min ago");
    assertThat(measured(canary).news()).isEmpty();
    var busy = List.of(Samples.acted(1, "bob", "Aborted", "done"));
    var view = world(canary).tell(new Event.Happened(canary.ref(), busy)).view(canary.ref());
    assertThat(view.news())
        .extracting(NewsView::words)
        .containsExactly("Somebody else is at work here: bob, 1 min ago.");
    var own = List.of(Samples.acted(1, "alice", "Aborted", "done"));
    var mine = world(canary).tell(new Event.Happened(canary.ref(), own)).view(canary.ref());
    assertThat(mine.news()).isEmpty();
  }

  @Test
  void aPromotionUnderWayIsNamedWithoutTheWeightThatIsNextNow() {
    var fire =
        new Event.Fire(canary.ref(), new Action.Promote(), Facts.of(canary), Optional.empty());
    var news = world(canary).tell(fire).view(canary.ref()).news();
    assertThat(news.getFirst().words()).startsWith("Promote: ");
  }

  @Test
  void aReleaseInOneClusterHasNoClustersBesideIt() {
    assertThat(measured(canary).clusters()).isEqualTo(ClustersView.NONE);
  }

  @Test
  void severalClustersStandSideBySideWithVersionShareAndHealth() {
    var clusters = world(canary).fleet().view(canary.ref()).clusters().clusters();
    assertThat(clusters)
        .extracting(cluster -> cluster.ref().context())
        .containsExactly("prod-asia", "prod-eu", "prod-us", "staging");
    assertThat(clusters)
        .extracting(cluster -> plain(cluster.share()))
        .containsExactly("1 %", "10 %", "25 %", "100 %");
    assertThat(clusters.get(2).change()).isEqualTo("v1.8.3 → v1.9.0");
    assertThat(clusters).extracting(ClusterView::open).containsExactly(false, true, false, false);
  }

  @Test
  void goingBackTogetherTakesEachToItsOwnVersionAndLeavesWhoRunsAnother() {
    var together = world(canary).fleet().view(canary.ref()).clusters().together().orElseThrow();
    assertThat(together.label()).isEqualTo("Roll back in 3 clusters");
    assertThat(together.lines())
        .containsExactly(
            "prod-asia goes back to v1.8.2",
            "prod-eu goes back to v1.8.3",
            "prod-us goes back to v1.8.3",
            "staging stays: It runs v1.9.1.");
  }

  @Test
  void oneClusterThatRefusesIsNamedAndTheOthersGoOn() {
    var view = world(canary).fleet().goesBackTogether(canary.ref()).view(canary.ref());
    assertThat(view.news().getFirst().mark()).isEqualTo(Mark.BAD);
    assertThat(view.news().getFirst().words()).isEqualTo("0 of 3 clusters are back so far.");
    assertThat(view.clusters().clusters())
        .extracting(ClusterView::asideMark)
        .startsWith(Mark.BAD, Mark.HALF, Mark.HALF);
  }

  @Test
  void podsBeyondThoseWantedAreNotCountedAgainstThem() {
    var clusters = world(canary).fleet().view(canary.ref()).clusters().clusters();
    assertThat(clusters)
        .extracting(ClusterView::health)
        .containsExactly("11 pods ready", "11 pods ready", "11 pods ready", "4 of 4 ready");
  }

  @Test
  void theButtonsSayHowFarTheyReach() {
    var view = world(canary).fleet().view(canary.ref());
    assertThat(view.bar().rollback().label()).isEqualTo("Roll back here to v1.8.3");
    assertThat(measured(canary).bar().rollback().label()).isEqualTo("Roll back to v1.8.3");
  }

  @Test
  void whileItGoesBackNothingIsOfferedThatItIsBackFrom() {
    var view = world(canary).fleet().goesBackTogether(canary.ref()).view(canary.ref());
    assertThat(view.side().judgement().verdict().orElseThrow().words()).doesNotContain("ocked");
    assertThat(view.side().conduct().goesBack()).isEmpty();
  }

  @Test
  void withoutAnyConsolesEventNobodyIsNamed() {
    var quiet = world(canary).tell(new Event.Happened(canary.ref(), List.of()));
    assertThat(quiet.view(canary.ref()).acted()).startsWith("Nobody has acted here lately");
  }

  @Test
  void everyWeightTheCanaryHadIsShaded() {
    assertThat(measured(canary).charts().bands()).extracting(Band::percent).containsExactly(1, 10);
  }

  @Test
  void theEnginesAnalysesAreRowsOnTheChartsTimeAxis() {
    var runs = measured(Samples.analysed()).charts().runs();
    assertThat(runs)
        .extracting(RunView::name)
        .containsExactly("success-rate", "cart-errors", "checkout-baseline");
    assertThat(runs).extracting(RunView::mark).containsExactly(Mark.HALF, Mark.HALF, Mark.GOOD);
    assertThat(runs.get(1).words()).isEqualTo("8 good, 1 not, last 0.0510");
    assertThat(runs.get(1).limit()).hasValue(0.05);
    assertThat(runs.get(1).dots()).hasSize(9);
    assertThat(runs.get(1).dots().getLast().mark()).isEqualTo(Mark.BAD);
    assertThat(runs.getLast().to()).isPresent();
  }

  @Test
  void theTrackSaysWhichGatesStandAndWhatComesNext() {
    var stages = stages(measured(canary));
    assertThat(stages.get(1).gates()).extracting(GateView::mark).containsOnly(Mark.GOOD);
    assertThat(stages.get(2).foot()).isEqualTo("Next, in 17:50 min");
    assertThat(stages(world(canary).stale("prod-eu").view(canary.ref())).get(2).foot())
        .isEqualTo("At 14:49 UTC as last known");
    var waits = Samples.waiting();
    var asking = World.of(waits).read(waits.ref(), Samples.nothing()).view(waits.ref());
    assertThat(stages(asking).getLast().foot()).startsWith("Next, ").endsWith(" hold it");
  }

  @Test
  void theEnginesClockIsHeldByNoGateAndStopsForNothingThatIsBad() {
    var asking = stages(World.of(canary).read(canary.ref(), Samples.nothing()).view(canary.ref()));
    assertThat(asking.get(2).foot()).isEqualTo("In 17:50 min, against 3 gates");
    assertThat(asking.getLast().line()).isEqualTo("Everyone");
    for (var bad :
        List.of(
            World.of(canary).read(canary.ref(), Samples.readings(0.004, 0.05)),
            world(canary).judged(canary.ref(), Judgements.regressed()))) {
      var view = bad.view(canary.ref());
      assertThat(stages(view).get(2).foot()).isEqualTo("In 17:50 min unless rolled back");
      assertThat(stages(view).get(2).place()).isEqualTo(Place.AGAINST);
      assertThat(stages(view).getLast().line()).isEqualTo("Everyone");
      var next = view.side().conduct().next();
      assertThat(plain(next.words())).isEqualTo("25 % in 17:50 min unless you act");
      assertThat(next.mark()).isEqualTo(Mark.BAD);
    }
  }

  @Test
  void whatAPersonHoldsDoesNotComeNextThoughItIsBad() {
    var held = world(Samples.pausedByHand()).judged(canary.ref(), Judgements.regressed());
    assertThat(stages(held.view(canary.ref())).get(2).foot())
        .isEqualTo("v1.9.0 should not get here");
    assertThat(held.view(canary.ref()).side().conduct().next().words()).isEqualTo("Back to stable");
  }

  @Test
  void whatItsAnalysisFailedIsPromisedToNobodyAndTheFailureStandsAmongItsMarks() {
    var stages = stages(measured(Samples.failedAnalysis()));
    assertThat(stages.getLast().line()).isEqualTo("Everyone");
    var broken =
        stages.stream().filter(stage -> !stage.gates().isEmpty()).findFirst().orElseThrow();
    assertThat(broken.gates().getFirst().mark()).isEqualTo(Mark.BAD);
    assertThat(broken.tally()).isEqualTo("analysis failed");
  }

  @Test
  void theTrackCountsTheGatesThatPassAndNoneAgainstItThatNobodyCanKnowYet() {
    assertThat(stages(measured(canary)).get(1).tally()).isEqualTo("4 of 4 pass");
    assertThat(stages(world(canary).stale("prod-eu").view(canary.ref())).get(1).tally())
        .isEqualTo("gates unknown");
    assertThat(tally(Verdict.NOT_YET, Verdict.NOT_YET)).isEqualTo("nothing to measure yet");
    assertThat(tally(Verdict.NOT_YET, Verdict.PASS)).isEqualTo("1 of 2 pass, 1 not yet to be told");
  }

  @Test
  void whatWasTakenBackHasNoGatesAndItsFiguresArePast() {
    var view = measured(Samples.aborted());
    assertThat(view.side().gates()).isEmpty();
    assertThat(view.charts().charts().getFirst().lines())
        .extracting(Line::name)
        .containsExactly("canary was", "stable");
  }

  @Test
  void aReleaseThatIsNotKnownHasNoPage() {
    var views = new ReleaseViews(World.SIGHT);
    assertThat(views.of(World.empty("x").state(), new ReleaseRef("x", "y", "z"))).isEmpty();
  }

  @Test
  void equalStatesGiveEqualViews() {
    assertThat(measured(canary)).isEqualTo(measured(canary));
  }

  private static World world(Release release) {
    return World.of(release).read(release.ref(), Samples.readings());
  }

  private static ReleaseView measured(Release release) {
    return world(release).view(release.ref());
  }

  private PlanView plan(World world) {
    return world.view(canary.ref()).armed().orElseThrow().plan();
  }

  private Content content(World world) {
    return world.view(canary.ref()).charts().charts().getFirst().content();
  }

  private static List<Ink> inks(ChartView chart) {
    return chart.lines().stream().map(Line::ink).toList();
  }

  private String tally(Verdict... verdicts) {
    var findings =
        Arrays.stream(verdicts)
            .map(verdict ->
                new Finding(
                    Gate.ERROR_RATE,
                    verdict,
                    Words.of("gate.nobody"),
                    Words.of("gate.nobody"),
                    Optional.empty(),
                    Optional.empty()))
            .toList();
    var lanes = LanePair.of(canary, Optional.empty());
    var track =
        Routes.of(
            canary,
            lanes,
            findings,
            new NextStep.Engine(Words.of("next.engine")),
            Optional.empty(),
            false,
            WeightCourse.UNKNOWN,
            Optional.empty(),
            Samples.NOW);
    return ((RouteView.Track) track).stages().get(1).tally();
  }

  private static List<StageView> stages(ReleaseView view) {
    return view.route() instanceof RouteView.Track(var stages) ? stages : List.of();
  }

  private static List<LaneView> lanes(ReleaseView view) {
    return view.route() instanceof RouteView.Lanes(var lanes) ? lanes : List.of();
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
