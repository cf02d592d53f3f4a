package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Lack;
import dev.sluice.release.Action;
import dev.sluice.state.Event;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Between two stages, and where the engine goes on by itself: what a person can do now.
class MovingTest {

  @Test
  void whileItMovesTheButtonDoesNotOfferTheWeightItIsGoingTo() {
    var view = moving(Judgements.safe());
    assertThat(view.bar().forward().orElseThrow().label()).isEqualTo("On its way to 25\u00a0%");
    assertThat(view.side().gatesFor()).isEqualTo("Gates for 50\u00a0%");
  }

  @Test
  void aPodThatStartsIsNoBadNews() {
    var view = moving(Judgements.safe());
    assertThat(view.side().judgement().verdict().orElseThrow().mark()).isEqualTo(Mark.HALF);
    assertThat(view.side().gates()).extracting(GateView::mark).doesNotContain(Mark.BAD);
  }

  @Test
  void theVerdictSaysAtWhichStageItWasCounted() {
    assertThat(moving(Judgements.safe()).side().judgement().title())
        .isEqualTo("Verdict at 10\u00a0% since 13:49");
  }

  @Test
  void whereTheEngineGoesOnThoughAGateHoldsPauseIsAdvised() {
    var next = canary(Judgements.undecided(Lack.TURNING)).side().conduct().next();
    assertThat(next.mark()).isEqualTo(Mark.WARNING);
    assertThat(next.reason()).contains("Pause keeps it where it is");
  }

  @Test
  void whereALimitIsBrokenTheWayBackIsSaid() {
    var canary = Samples.canary();
    var readings = Samples.readings(0.03, 0.03);
    var view = World.of(canary).read(canary.ref(), readings).view(canary.ref());
    assertThat(view.bar().urgent()).isFalse();
    assertThat(view.side().conduct().next().reason())
        .contains("Pause keeps it where it is")
        .contains("“Roll back to v1.8.3”");
  }

  @Test
  void whereALimitIsBrokenAndItWaitsTheWayBackIsSaid() {
    var waiting = Samples.waiting();
    var readings = Samples.readings(0.03, 0.03);
    var view = World.of(waiting).read(waiting.ref(), readings).view(waiting.ref());
    assertThat(view.side().conduct().next().reason()).contains("“Roll back to v1.8.3”");
  }

  @Test
  void whatWasAbortedMayNotGoOnHoweverGoodItIs() {
    var aborting = Samples.aborting();
    var view = World.of(aborting).read(aborting.ref(), Samples.readings()).view(aborting.ref());
    assertThat(view.side().judgement().verdict().orElseThrow().words()).isEqualTo("Not compared");
    assertThat(view.side().conduct().next().words()).isEqualTo("Users are taken off it");
    assertThat(view.side().conduct().next().reason()).contains("“Roll back to v1.8.3”");
    assertThat(view.side().conduct().goesBack()).isEmpty();
  }

  @Test
  void whatHappensInTheSameMomentHappensAtOnce() {
    var canary = Samples.canary();
    var world = World.of(canary).read(canary.ref(), Samples.readings());
    var pause =
        new Event.Fire(canary.ref(), new Action.Pause(), Facts.of(canary), Optional.empty());
    var view = world.tell(pause).accepts().view(canary.ref());
    assertThat(view.news().getFirst().detail()).startsWith("accepted at once");
  }

  private static ReleaseView moving(Judgement judgement) {
    var moving = Samples.moving();
    return World.of(moving)
        .read(moving.ref(), Samples.readings())
        .judged(moving.ref(), judgement)
        .view(moving.ref());
  }

  private static ReleaseView canary(Judgement judgement) {
    var canary = Samples.canary();
    return World.of(canary)
        .read(canary.ref(), Samples.readings())
        .judged(canary.ref(), judgement)
        .view(canary.ref());
  }
}
