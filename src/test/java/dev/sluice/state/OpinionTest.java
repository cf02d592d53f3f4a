package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Judgement;
import dev.sluice.judge.Lack;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said in one word of a release that nobody has opened.
class OpinionTest {
  private static final ReleaseRef SEARCH = new ReleaseRef("prod-eu", "find", "search");
  private static final Release CANARY = Fleet.waiting("find", "search");

  private final World world = World.of(CANARY);

  @Test
  void theVerdictOfEveryMeasureMakesOneWord() {
    assertThat(after(Judgements.safe())).contains(Opinion.NOT_WORSE);
    assertThat(after(Judgements.undecided(Lack.TOO_LITTLE))).contains(Opinion.UNDECIDED);
    assertThat(after(Judgements.regressed())).contains(Opinion.WORSE);
  }

  @Test
  void oneMeasureAloneDoesNotShowThatItIsNotWorse() {
    var both = Judgements.safe();
    assertThat(
            after(
                new Judgement(
                    both.revision(),
                    List.of(both.assessments().getFirst()),
                    both.spending(),
                    both.asOf())))
        .contains(Opinion.UNDECIDED);
  }

  @Test
  void whatWasSafeAtAnEarlierStageHasYetToBeAtThisOne() {
    after(Judgements.safe());
    var later =
        Samples.canary(SEARCH, Samples.standardPlan(), 5, 25, "v4.1.9", "v4.2.0", Samples.ARGO);
    world.tell(new Event.Seen(later));
    assertThat(World.SIGHT.opinion(world.state(), later)).contains(Opinion.UNDECIDED);
  }

  @Test
  void noDataIsNoOpinion() {
    assertThat(said()).contains(Opinion.UNKNOWN);
    assertThat(after(Judgements.uncounted())).contains(Opinion.UNKNOWN);
  }

  @Test
  void whatWasNotWorseLongAgoIsUnknownAndWhatWasWorseStaysSo() {
    assertThat(after(Judgements.old(Judgements.safe(), Duration.ofMinutes(30))))
        .contains(Opinion.UNKNOWN);
    assertThat(after(Judgements.old(Judgements.regressed(), Duration.ofMinutes(30))))
        .contains(Opinion.WORSE);
  }

  @Test
  void whatItsAnalysisFailedIsOnItsWayBackAndNeedsNobodyButIsSaidToHaveFailed() {
    var failed = Samples.failedAnalysis();
    var state = World.of(failed).judged(failed.ref(), Judgements.safe()).state();
    var agenda = new NeedList(World.SIGHT).of(state, Map.of());
    assertThat(agenda.needs()).isEmpty();
    assertThat(agenda.ways()).contains(failed.ref());
    assertThat(agenda.opinion(failed.ref())).contains(Opinion.ANALYSIS_FAILED);
  }

  @Test
  void nothingIsSaidOfWhatNoUserIsOn() {
    assertThat(World.SIGHT.opinion(World.of(Samples.aborted()).state(), Samples.aborted()))
        .isEmpty();
  }

  @Test
  void whatIsWorseNeedsAPersonAlthoughNobodyOpenedIt() {
    world.judged(SEARCH, Judgements.regressed());
    var agenda = new NeedList(World.SIGHT).of(world.state(), Map.of());
    assertThat(agenda.needs()).extracting(Need::kind).isEqualTo(List.of(Need.Kind.WORSE));
    assertThat(agenda.opinion(SEARCH)).contains(Opinion.WORSE);
  }

  private Optional<Opinion> after(Judgement judgement) {
    world.judged(SEARCH, Judgements.at(20, judgement));
    return said();
  }

  private Optional<Opinion> said() {
    return World.SIGHT.opinion(world.state(), CANARY);
  }
}
