package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.state.Event;
import dev.sluice.state.Lapse;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.StageView;
import dev.sluice.ui.control.VerdictView;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the page says of what comes next, of gates and of the policy.
class ConductingTest {

  private static final String STRICT =
      "gates: {tests: {required: true}, review: {required: true}, soak: {required: true}}";
  private final Release canary = Samples.canary();

  @Test
  void aTimedPauseSaysWhenTheEngineGoesOnByItself() {
    var next = world().view(canary.ref()).side().conduct().next();
    assertThat(plain(next.words())).isEqualTo("25 % in 17:50 min");
    assertThat(next.reason()).isEqualTo("The engine goes on by itself, whatever the gates say.");
    assertThat(next.mark()).isEqualTo(Mark.QUIET);
  }

  @Test
  void whatTheEngineWillDoAboutAnAnalysisIsSaid() {
    var failing = next(Samples.analysed());
    assertThat(plain(failing.words())).isEqualTo("25 % in 17:50 min");
    assertThat(failing.reason())
        .endsWith(
            " Should analysis checkout-b-42-2 fail, the engine brings all users back to v1.8.3 by"
                + " itself.");
    var failed = next(Samples.failedAnalysis());
    assertThat(failed.words()).isEqualTo("Users are taken off it");
    assertThat(failed.reason())
        .startsWith("The engine aborts what its analysis failed, and brings all users back to");
  }

  private static VerdictView next(Release release) {
    var world = World.of(release).read(release.ref(), Samples.readings());
    return world.view(release.ref()).side().conduct().next();
  }

  @Test
  void whatIsWorseThanItMayBeIsToGoBack() {
    var bad = World.of(canary).read(canary.ref(), Samples.readings(0.0048, 0.06));
    var side = bad.view(canary.ref()).side();
    assertThat(plain(side.judgement().verdict().orElseThrow().words()))
        .startsWith("Do not go on: ")
        .endsWith("of its requests fail, at most 1 % may");
    assertThat(plain(side.conduct().next().words())).isEqualTo("25 % in 17:50 min unless you act");
    assertThat(side.conduct().next().reason())
        .isEqualTo("Hold “Roll back to v1.8.3”, or Ctrl+Backspace.");
  }

  @Test
  void whileARollbackIsBeingSentNothingElseIsSaidToComeNext() {
    var view = world().fleet().goesBackTogether(canary.ref()).view(canary.ref());
    assertThat(view.side().conduct().next().words()).isEqualTo("Going back");
    var stages = ((RouteView.Track) view.route()).stages();
    assertThat(stages)
        .extracting(StageView::line)
        .anyMatch(line -> line.startsWith("Going back"))
        .noneMatch(line -> line.contains("About"));
    assertThat(stages).extracting(StageView::foot).noneMatch(foot -> foot.contains("Next"));
  }

  @Test
  void afterGoingBackTheOneThingLeftToDoIsSaid() {
    var back = Samples.aborted();
    var next = World.of(back).view(back.ref()).side().conduct().next();
    assertThat(next.words()).isEqualTo("Revert the commit");
    assertThat(next.reason())
        .contains("rolled back")
        .contains("goes on asking for v1.9.0: revert the commit");
    assertThat(next.mark()).isEqualTo(Mark.WARNING);
  }

  @Test
  void whatTheVerdictSaysAlreadyIsNotSaidAgainButWhatToDo() {
    var side = world().judged(canary.ref(), Judgements.regressed()).view(canary.ref()).side();
    assertThat(side.judgement().verdict().orElseThrow().reason())
        .startsWith("It has 1.88 to 2.33 times stable’s share");
    assertThat(side.conduct().next().reason())
        .isEqualTo("Hold “Roll back to v1.8.3”, or Ctrl+Backspace.");
  }

  @Test
  void whatGoesBackByItselfAsksNobodyToHoldAButton() {
    var armed = world().armed(canary.ref()).judged(canary.ref(), Judgements.regressed());
    var conduct = armed.view(canary.ref()).side().conduct();
    assertThat(conduct.next().reason()).isEmpty();
    assertThat(conduct.goesBack().orElseThrow().words()).startsWith("Began to go back by itself");
  }

  @Test
  void whatGoesBackIsPromotedByItselfNoMoreAndThatIsSaid() {
    var armed =
        world()
            .ruled("automation: {promotion: true}")
            .armed(canary.ref())
            .judged(canary.ref(), Judgements.regressed());
    var conduct = armed.view(canary.ref()).side().conduct();
    assertThat(conduct.promotes()).isEmpty();
    assertThat(conduct.goesBack().orElseThrow().words())
        .startsWith("Began to go back by itself")
        .endsWith(". It is promoted by itself no more.");
  }

  @Test
  void whatIsArmedGoesBackFromPodsThatCannotAnswerUsers() {
    var world = world().armed(canary.ref());
    assertThat(world.state().pursuit(canary.ref())).isEmpty();
    world.tell(new Event.Seen(Samples.crashing()));
    var pursuit = world.state().pursuit(canary.ref()).orElseThrow();
    assertThat(pursuit.errand().action()).isEqualTo(new Action.RollBack("a"));
    assertThat(plain(world.view(canary.ref()).side().conduct().goesBack().orElseThrow().words()))
        .endsWith("its pod is not ready (CrashLoopBackOff), and 10 % of the requests go to it");
  }

  @Test
  void whereOnlyMeasurementsAreMissingNoPersonIsAsked() {
    var waits = Samples.waiting();
    var next =
        World.of(waits)
            .read(waits.ref(), Samples.nothing())
            .view(waits.ref())
            .side()
            .conduct()
            .next();
    assertThat(next.words()).isEqualTo("Waits for measurements");
    assertThat(next.mark()).isEqualTo(Mark.HALF);
  }

  @Test
  void whileTheClusterIsNotHeardOnlyTheEnginesClockTellsWhatComesNextAndNothingIsSigned() {
    var conduct = world().ruled(STRICT).stale("prod-eu").view(canary.ref()).side().conduct();
    assertThat(plain(conduct.next().words()))
        .isEqualTo("25 % at 14:49 UTC, by what was last known");
    assertThat(conduct.next().reason())
        .endsWith("The engine goes on by itself, unless somebody has acted since.");
    assertThat(conduct.signs()).isFalse();
    var waits = Samples.waiting();
    var unknown = World.of(waits).stale("prod-eu").view(waits.ref()).side().conduct().next();
    assertThat(unknown.words()).isEqualTo("Unknown");
  }

  @Test
  void aShutGateSaysWhatItGoesByAndWhatWouldOpenIt() {
    var gates = world().ruled(STRICT).view(canary.ref()).side().gates();
    assertThat(gates).hasSize(7);
    var soak = gates.stream().filter(gate -> gate.name().equals("Soak")).findFirst().orElseThrow();
    assertThat(soak.evidence()).isEqualTo("42:10 min of 1 h");
    assertThat(soak.change()).isEqualTo("Passes in 17:50 min");
    assertThat(gates.getFirst().change()).isEmpty();
    assertThat(gates)
        .filteredOn(gate -> gate.mark() == Mark.GOOD)
        .extracting(GateView::age)
        .contains("0 s ago");
  }

  @Test
  void healthyChartsCanBeSignedAndBadOnesCannot() {
    assertThat(world().view(canary.ref()).side().conduct().signs()).isFalse();
    assertThat(world().ruled(STRICT).view(canary.ref()).side().conduct().signs()).isTrue();
    var bad = World.of(canary).ruled(STRICT).read(canary.ref(), Samples.readings(0.0048, 0.06));
    assertThat(bad.view(canary.ref()).side().conduct().signs()).isFalse();
  }

  @Test
  void aBlueGreenIsReadyForItsSwitchRatherThanForAWeight() {
    var lanes = Samples.blueGreen();
    var ready = World.of(lanes).read(lanes.ref(), Samples.readings()).view(lanes.ref());
    assertThat(ready.side().conduct().next().words()).isEqualTo("Ready for the switch");
  }

  @Test
  void whatAnEarlierConsoleDidIsNotTakenUpAndItSaysSo() {
    var armed = world().ruled("automation: {promotion: true}").armed(canary.ref());
    var lapses = Lapse.of(armed.state(), Optional.of(Samples.NOW));
    var next = world().ruled("automation: {promotion: true}").tell(new Event.Lapsed(lapses));

    assertThat(next.state().dossier(canary.ref()).active()).isFalse();
    var card = next.view(canary.ref()).side().conduct();
    assertThat(card.goesBack().orElseThrow().on()).isFalse();
    assertThat(card.goesBack().orElseThrow().words())
        .startsWith("No longer armed since this console was closed at ");
    assertThat(card.promotes().orElseThrow().words()).startsWith("No longer armed since");

    var again =
        next.tell(new Event.StandBy(canary.ref(), true))
            .tell(new Event.StandBy(canary.ref(), false))
            .view(canary.ref())
            .side()
            .conduct();
    assertThat(again.goesBack().orElseThrow().words()).startsWith("Off: ");
    assertThat(again.promotes().orElseThrow().words()).startsWith("No longer armed since");
  }

  @Test
  void theSwitchesSayHowTheyStand() {
    var off = world().view(canary.ref()).side().conduct();
    assertThat(off.goesBack().orElseThrow().on()).isFalse();
    assertThat(off.promotes()).isEmpty();

    var on =
        world()
            .ruled("automation: {promotion: true}")
            .armed(canary.ref())
            .view(canary.ref())
            .side()
            .conduct();
    assertThat(on.goesBack().orElseThrow().on()).isTrue();
    assertThat(on.promotes().orElseThrow().words())
        .isEqualTo("This console promotes when every gate passes, while it runs.");

    var disarmed =
        world()
            .ruled("automation: {rollback: false}")
            .tell(new Event.StandBy(canary.ref(), true))
            .view(canary.ref())
            .side()
            .conduct();
    assertThat(disarmed.goesBack().orElseThrow().bad()).isTrue();
    assertThat(disarmed.goesBack().orElseThrow().words())
        .isEqualTo("Disarmed: the policy does not allow it");
  }

  @Test
  void whatGoesBackByItselfSaysWhenItBeganAndWhy() {
    var fired =
        World.of(canary).armed(canary.ref()).read(canary.ref(), Samples.readings(0.0048, 0.06));
    var words = fired.view(canary.ref()).side().conduct().goesBack().orElseThrow().words();
    assertThat(words).startsWith("Began to go back by itself at 14:32");
  }

  @Test
  void eachValueOfThePolicySaysWhereItComesFromAndAMistakeWhereItStands() {
    var policy = world().ruled(STRICT).view(canary.ref()).side().policy();
    assertThat(policy.values())
        .contains(
            new PolicyView.Value(
                "gates.tests.required", "true", "release, shop/sluice: checkout.yaml, line 3"));
    var broken = world().ruled("gates: {imege: {required: true}}").view(canary.ref()).side();
    assertThat(broken.policy().mistakes())
        .singleElement()
        .asString()
        .startsWith("shop/sluice: checkout.yaml, line 3, column 9")
        .endsWith("Is “image” meant?");
  }

  @Test
  void aBrokenPolicyIsNews() {
    var broken = world().ruled("gates: {imege: {required: true}}").view(canary.ref());
    assertThat(broken.news())
        .extracting(NewsView::words)
        .containsExactly("A policy has a mistake, so that nothing of it applies.");
    assertThat(broken.news().getFirst().detail()).contains("line 3, column 9");
    assertThat(world().ruled(STRICT).view(canary.ref()).news()).isEmpty();
  }

  @Test
  void aChangeOfThePolicyStandsOnTheTimeline() {
    var moments =
        world()
            .ruled("gates: {errorRate: {atMost: 1%}}")
            .ruled("gates: {errorRate: {atMost: 5%}}")
            .view(canary.ref())
            .timeline();
    assertThat(moments.getFirst().words()).isEqualTo("gates.errorRate.atMost: 1% → 5%");
  }

  private World world() {
    return World.of(canary).read(canary.ref(), Samples.readings());
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
