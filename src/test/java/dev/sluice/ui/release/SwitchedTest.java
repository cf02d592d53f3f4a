package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Judgement;
import dev.sluice.release.Release;
import dev.sluice.state.Need;
import dev.sluice.state.Needs;
import dev.sluice.ui.chart.Band;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.LaneView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A blue-green after its switch: everybody is on green, and green still has to prove itself.
class SwitchedTest {
  private static final Release SWITCHED = Samples.switched();

  @Test
  void theLaneOfWhatIsBadSaysSoAsAStageDoes() {
    assertThat(lanes(judged(Judgements.switchedBadly())))
        .extracting(LaneView::trouble)
        .containsExactly("", "over its limit");
    assertThat(lanes(judged(Judgements.switchedWell())))
        .extracting(LaneView::trouble)
        .containsOnly("");
  }

  @Test
  void afterGoingBackItIsSaidCalmlyWhatWasLeft() {
    var back = Samples.switchedBack();
    var view = World.of(back).read(back.ref(), Samples.backReadings()).view(back.ref());
    var verdict = view.side().judgement().verdict().orElseThrow();
    assertThat(verdict.mark()).isEqualTo(Mark.QUIET);
    assertThat(verdict.words()).isEqualTo("v1.6.0 was rolled back");
    assertThat(view.side().judgement().title()).isEqualTo("Verdict on v1.6.0");
  }

  private static List<LaneView> lanes(World world) {
    return world.view(SWITCHED.ref()).route() instanceof RouteView.Lanes(var lanes)
        ? lanes
        : List.of();
  }

  @Test
  void aVersionThatHurtsAllUsersIsRedAndItsWayBackIsUrgent() {
    var world = judged(Judgements.switchedBadly());
    var view = world.view(SWITCHED.ref());

    var verdict = view.side().judgement().verdict().orElseThrow();
    assertThat(verdict.mark()).isEqualTo(Mark.BAD);
    assertThat(verdict.words()).isEqualTo("Over its limit");
    assertThat(view.bar().urgent()).isTrue();
    assertThat(view.bar().rollback().label()).isEqualTo("Switch back to v1.5.0");
    var next = view.side().conduct().next();
    assertThat(next.mark()).isEqualTo(Mark.BAD);
    assertThat(next.words()).isEqualTo("Switch back");
    assertThat(next.reason()).contains("“Switch back to v1.5.0”").contains("takes effect at once");
    assertThat(new Needs(World.SIGHT).of(world.state(), SWITCHED).orElseThrow().kind())
        .isEqualTo(Need.Kind.WORSE);
  }

  @Test
  void aLimitThatIsBrokenIsEnoughWhereNothingIsCounted() {
    var world = World.of(SWITCHED).read(SWITCHED.ref(), Samples.switchedReadings(0.07));
    var view = world.view(SWITCHED.ref());
    assertThat(view.bar().urgent()).isTrue();
    assertThat(view.side().judgement().verdict().orElseThrow().mark()).isEqualTo(Mark.BAD);
  }

  @Test
  void itIsMeasuredAsLongAsItIsOnTrialAndTheGatesSayWhatTheyAreFor() {
    var view = judged(Judgements.switchedWell()).view(SWITCHED.ref());
    assertThat(view.side().gatesFor()).isEqualTo("Gates since the switch");
    assertThat(view.side().gates())
        .extracting(GateView::name)
        .containsExactly("Error rate", "Latency p99", "Fresh data", "Replicas ready");
    assertThat(view.side().gates()).extracting(GateView::mark).containsOnly(Mark.GOOD);
    assertThat(view.side().judgement().verdict().orElseThrow().words())
        .isEqualTo("Within the limits, nobody left on the version before to compare with");
    var next = view.side().conduct().next();
    assertThat(next.words()).isEqualTo("On trial");
    assertThat(next.reason()).contains("going back takes effect at once");
    assertThat(view.bar().urgent()).isFalse();
    assertThat(view.bar().forward()).isEmpty();
  }

  @Test
  void bothVersionsAreNamedAndTheOneBeforeSaysWhatItIs() {
    var head = judged(Judgements.switchedWell()).view(SWITCHED.ref()).head();
    assertThat(head.from().orElseThrow().name()).isEqualTo("v1.5.0");
    assertThat(head.to().orElseThrow().name()).isEqualTo("v1.6.0");
  }

  @Test
  void whoHasGoneBackHasNothingOnTrial() {
    var back = Samples.switchedBack();
    var view = World.of(back).read(back.ref(), Samples.backReadings()).view(back.ref());
    assertThat(view.bar().urgent()).isFalse();
    assertThat(view.side().gates()).isEmpty();
  }

  @Test
  void afterGoingBackTheWholeHistoryIsDrawnAndNothingAlarms() {
    var back = Samples.switchedBack();
    var view = World.of(back).read(back.ref(), Samples.backReadings()).view(back.ref());
    assertThat(view.side().wayBack().mark()).isEqualTo(Mark.QUIET);
    assertThat(view.side().wayBack().words()).isEqualTo("Everybody is back on v1.5.0");
    var blue = view.charts().charts().getFirst().lines().getFirst();
    assertThat(blue.name()).isEqualTo("blue");
    assertThat(view.charts().charts().getFirst().lines().getLast().name()).isEqualTo("green was");
    assertThat(blue.series().latest(0)).isPresent();
    assertThat(blue.series().time(0))
        .isLessThan(Samples.NOW.minus(Duration.ofHours(1)).toEpochMilli());
    assertThat(view.charts().bands())
        .extracting(Band::label)
        .containsExactly("blue", "green", "blue");
  }

  @Test
  void whereThePrometheusIsSilentNoGateThatDependsOnItPasses() {
    var canary = Samples.canary();
    var view =
        World.of(canary)
            .read(canary.ref(), Samples.readings())
            .judged(canary.ref(), Judgements.safe())
            .pass(Duration.ofMinutes(3))
            .heard("prod-eu")
            .unread(canary.ref())
            .unjudged(canary.ref())
            .view(canary.ref());
    assertThat(view.side().gates())
        .filteredOn(gate -> gate.mark() == Mark.GOOD)
        .extracting(GateView::name)
        .containsExactly("Replicas ready");
    assertThat(view.side().judgement().verdict().orElseThrow().mark()).isNotEqualTo(Mark.GOOD);
    assertThat(view.side().judgement().outlook()).contains("Prometheus cannot be reached");
  }

  @Test
  void theFirstMeasurementOverALimitIsRedAndSaysTheWayBackOnce() {
    var world =
        World.of(SWITCHED)
            .read(SWITCHED.ref(), Samples.justOverReadings())
            .judged(SWITCHED.ref(), Judgements.switchedWell());
    var next = world.view(SWITCHED.ref()).side().conduct().next();
    assertThat(next.mark()).isEqualTo(Mark.BAD);
    assertThat(next.words()).isEqualTo("Switch back");
    assertThat(next.reason()).startsWith("Hold “Switch back to v1.5.0”").doesNotContain("..");
    var view = world.view(SWITCHED.ref());
    assertThat(view.bar().urgent()).isTrue();
    assertThat(view.side().judgement().verdict().orElseThrow().words().replace('\u00a0', ' '))
        .isEqualTo("Not safe: 7 % of its requests fail, at most 1 % may");
    assertThat(view.side().judgement().outlook()).doesNotContain("still hold");
    assertThat(new Needs(World.SIGHT).of(world.state(), SWITCHED).orElseThrow().kind())
        .isEqualTo(Need.Kind.WORSE);
  }

  @Test
  void beforeTheSwitchNoGateIsSaidToPassThatCannotBeMeasured() {
    var before = Samples.blueGreen();
    var view = World.of(before).read(before.ref(), Samples.previewReadings()).view(before.ref());
    assertThat(view.side().gates()).extracting(GateView::mark).contains(Mark.OPEN);
    assertThat(view.side().conduct().next().reason()).startsWith("No gate holds it");
  }

  @Test
  void longAfterTheSwitchItIsAtRest() {
    var old = Samples.switchedLongAgo(Duration.ofHours(3));
    var view = World.of(old).read(old.ref(), Samples.switchedReadings(0.005)).view(old.ref());
    assertThat(view.side().conduct().next().words()).isEqualTo("At rest");
  }

  private static World judged(Judgement judgement) {
    return World.of(SWITCHED)
        .read(
            SWITCHED.ref(),
            Samples.switchedReadings(judgement.equals(Judgements.switchedWell()) ? 0.005 : 0.07))
        .judged(SWITCHED.ref(), judgement);
  }
}
