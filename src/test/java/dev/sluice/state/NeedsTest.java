package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.release.Failure;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Permissions;
import dev.sluice.release.Phase;
import dev.sluice.release.ProgressDraft;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NeedsTest {
  private static final Needs NEEDS = new Needs(World.SIGHT);
  private static final Instant SINCE = Samples.NOW.minusSeconds(2530);

  @Test
  void aPauseWithoutAnEndWaitsForAPromotion() {
    var need = need(Fleet.waiting("find", "search")).orElseThrow();
    assertThat(need.kind()).isEqualTo(Need.Kind.PROMOTION);
    assertThat(Texts.of(need.what()))
        .isEqualTo("v4.2.0 at 20 % waits to go on to 60 %, verdict: unknown");
    assertThat(need.since()).contains(SINCE);
  }

  @Test
  void aPauseThatEndsByItselfNeedsNobodyUntilItShouldBeOver() {
    var soaking = Samples.canary();
    assertThat(need(soaking)).isEmpty();
    var world = World.of(soaking).pass(Duration.ofMinutes(25));
    var need = NEEDS.of(world.state(), soaking).orElseThrow();
    assertThat(need.kind()).isEqualTo(Need.Kind.STUCK);
    assertThat(need.since()).contains(SINCE.plus(Duration.ofMinutes(60)));
  }

  @Test
  void aBlueGreenWaitsForItsSwitch() {
    var need = need(Samples.blueGreen()).orElseThrow();
    assertThat(need.kind()).isEqualTo(Need.Kind.PROMOTION);
    assertThat(need.what().key()).isEqualTo("need.switch");
    assertThat(need(Samples.switched())).isEmpty();
  }

  @Test
  void aMeasuredReleaseNamesTheGateThatHoldsIt() {
    var search = Fleet.waiting("find", "search");
    var world = World.of(search).read(search.ref(), Samples.readings(0.03, 0.03));
    var need = NEEDS.of(world.state(), search).orElseThrow();
    assertThat(Texts.of(need.what()))
        .startsWith("v4.2.0 at 20 % waits to go on to 60 %, held by Error rate: 3.76");
  }

  @Test
  void whatTheEngineBringsOnAgainstAGateWaitsForAPersonShortlyBefore() {
    var canary = Samples.canary();
    var world = World.of(canary).read(canary.ref(), Samples.readings(0.005, 0.005));
    assertThat(NEEDS.of(world.state(), canary)).isEmpty();
    world.pass(Duration.ofMinutes(10));
    assertThat(NEEDS.of(world.state(), canary)).isEmpty();
    world.pass(Duration.ofMinutes(5));
    var need = NEEDS.of(world.state(), canary).orElseThrow();
    assertThat(need.kind()).isEqualTo(Need.Kind.AGAINST);
    assertThat(Texts.of(need.what()))
        .startsWith("v1.9.0 goes on to 25 % by itself, though held by Error rate: ");
  }

  @Test
  void oneThatIsNotMeasuredTellsWhatTheJudgeSays() {
    var search = Fleet.waiting("find", "search");
    var world = World.of(search).judged(search.ref(), Judgements.at(20, Judgements.safe()));
    var need = NEEDS.of(world.state(), search).orElseThrow();
    assertThat(Texts.of(need.what()))
        .isEqualTo("v4.2.0 at 20 % waits to go on to 60 %, verdict: not worse");
  }

  @Test
  void oneThatWasClosedIsNotHeldByMeasurementsThatNobodyTakesAnyMore() {
    var search = Fleet.waiting("find", "search");
    var world =
        World.of(search)
            .tell(new Event.MakeRounds())
            .read(search.ref(), Samples.readings(0.0048, 0.0048))
            .tell(new Event.Closed())
            .pass(Duration.ofSeconds(90))
            .judged(search.ref(), Judgements.at(20, Judgements.safe()));
    var need = NEEDS.of(world.state(), search).orElseThrow();
    assertThat(Texts.of(need.what()))
        .isEqualTo("v4.2.0 at 20 % waits to go on to 60 %, verdict: not worse");
  }

  @Test
  void whatWasTakenBackNeedsSomebodyForItsManifestOnceEverybodyIsSafe() {
    var need = need(Samples.aborted()).orElseThrow();
    assertThat(need.kind()).isEqualTo(Need.Kind.TAKEN_BACK);
    assertThat(need.wrong()).isFalse();
    assertThat(need.since()).contains(Samples.NOW.minusSeconds(90));
    var felt = need(Samples.aborting()).orElseThrow();
    assertThat(felt.kind()).isEqualTo(Need.Kind.ABORTED);
    assertThat(felt.wrong()).isTrue();
  }

  @Test
  void whatWasAskedForAndNotDoneIsToldForFiveMinutes() {
    var soaking = Samples.canary();
    var world = World.of(soaking);
    var back = world.view(soaking.ref()).bar().rollback().action();
    world.tell(new Event.Fire(soaking.ref(), back, Facts.of(soaking), Optional.empty()));
    long id = world.state().pursuit(soaking.ref()).orElseThrow().errand().id();
    var refused = new Failure.Forbidden("prod-eu", "cannot patch");
    world.tell(new Event.Replied(id, Result.failed(refused)));
    assertThat(NEEDS.of(world.state(), soaking).map(Need::kind)).contains(Need.Kind.NOT_DONE);
    world.pass(Duration.ofMinutes(6));
    assertThat(NEEDS.of(world.state(), soaking)).isEmpty();
  }

  @Test
  void whatIsFoundWorseIsUrgentWhileUsersAreOnIt() {
    var search = Fleet.waiting("find", "search");
    var world = World.of(search).read(search.ref(), Samples.readings(0.0048, 0.03));
    var need = NEEDS.of(world.state(), search).orElseThrow();
    assertThat(need.kind()).isEqualTo(Need.Kind.WORSE);
    assertThat(need.wrong()).isTrue();
    var back = Samples.aborted();
    var after = World.of(back).read(back.ref(), Samples.readings(0.0048, 0.03));
    assertThat(NEEDS.of(after.state(), back).orElseThrow().kind()).isEqualTo(Need.Kind.TAKEN_BACK);
  }

  @Test
  void podsThatCannotAnswerAreAsUrgentAsWhatIsFoundWorse() {
    var need = need(Samples.crashing()).orElseThrow();
    assertThat(need.kind()).isEqualTo(Need.Kind.WORSE);
    assertThat(need.wrong()).isTrue();
    assertThat(Texts.of(need.what()))
        .isEqualTo("No pod of v1.9.0 is ready, and users are sent to it: go back");
  }

  @Test
  void whatAllUsersHaveWaitsToBeFinishedAndGoesOnToNoMore() {
    var all =
        Samples.canary(
            Samples.CHECKOUT, Samples.untilEveryone(), 1, 100, "v1.8.3", "v1.9.0", Samples.ARGO);
    assertThat(Texts.of(need(all).orElseThrow().what()))
        .isEqualTo("v1.9.0 has all users and waits to be finished, verdict: unknown");
  }

  @Test
  void noProgressWithinTheDeadlineIsNotAnyFailure() {
    assertThat(need(Fleet.degraded("pay", "ledger")).orElseThrow().kind())
        .isEqualTo(Need.Kind.STUCK);
    var failed = progress(Samples.canary(), Phase.DEGRADED, "it failed", false, List.of());
    assertThat(need(failed).orElseThrow().kind()).isEqualTo(Need.Kind.DEGRADED);
  }

  @Test
  void anAnalysisThatCouldNotDecideWaitsForAnAnswer() {
    var pause = new PauseReason("InconclusiveAnalysisRun", SINCE);
    var release = progress(Samples.canary(), Phase.PAUSED, "", false, List.of(pause));
    assertThat(need(release).orElseThrow().kind()).isEqualTo(Need.Kind.INCONCLUSIVE);
  }

  @Test
  void aPauseByHandWaitsForAPerson() {
    var release = progress(Samples.canary(), Phase.PAUSED, "", true, List.of());
    var need = need(release).orElseThrow();
    assertThat(need.kind()).isEqualTo(Need.Kind.PAUSED);
    assertThat(need.wrong()).isFalse();
  }

  @Test
  void whatIsFinishedOrMovingNeedsNobody() {
    assertThat(need(Samples.finished(Samples.CHECKOUT, "v1"))).isEmpty();
    var moving = progress(Samples.canary(), Phase.PROGRESSING, "", false, List.of());
    assertThat(need(moving)).isEmpty();
  }

  @Test
  void theGravestComesFirstAndTheLongestWaitingBeforeTheRest() {
    var needs = NEEDS.of(Fleet.busy().state());
    assertThat(needs).extracting(Need::kind).isSorted();
    assertThat(needs.getFirst().release().name()).isEqualTo("ledger-api");
    assertThat(needs.getLast().kind()).isEqualTo(Need.Kind.TAKEN_BACK);
    var promotions = needs.stream().filter(n -> n.kind() == Need.Kind.PROMOTION).toList();
    assertThat(promotions)
        .extracting(n -> n.release().name())
        .containsExactly("search", "payments");
  }

  @Test
  void whoMayActIsAskedOnceForEachPlaceThatHasSomethingWaiting() {
    var console = new Console(Rule.TACTICS);
    var waiting = Fleet.waiting("find", "search");
    var calm = Samples.finished(Samples.CHECKOUT, "v1");
    console.on(new Event.Listed(World.scope("prod-eu"), List.of(waiting, calm)));
    assertThat(console.effects).containsExactly(new Effect.AskPermissions(Place.of(waiting.ref())));
    console.effects.clear();
    console.on(new Event.Permitted(Place.of(waiting.ref()), new Permissions(Map.of())));
    console.on(new Event.Seen(Fleet.waiting("find", "other")));
    assertThat(console.effects).isEmpty();
  }

  private static Optional<Need> need(Release release) {
    return NEEDS.of(World.of(release).state(), release);
  }

  private static Release progress(
      Release release, Phase phase, String message, boolean paused, List<PauseReason> pauses) {
    return Fleet.with(
        release,
        ProgressDraft.of(draft -> {
          draft.phase = phase;
          draft.message = message;
          draft.step = OptionalInt.of(3);
          draft.paused = paused;
          draft.pauses = pauses;
        }));
  }
}
