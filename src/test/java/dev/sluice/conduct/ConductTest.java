package dev.sluice.conduct;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.Demands;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Finding.Verdict;
import dev.sluice.gate.Gate;
import dev.sluice.gate.Gates;
import dev.sluice.gate.Limits;
import dev.sluice.gate.Proof;
import dev.sluice.gate.UsualDemands;
import dev.sluice.policy.Policy;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConductTest {

  private static final Words WHY = Words.of("gate.nodata");
  private static final Words BAD = Words.of("regression.ERROR_RATE", "12 %", "1 %");
  private static final Release WAITING = Releases.canary().pausedSince(NOON).build();
  private static final Finding OPEN = finding(Gate.REPLICAS_READY, Verdict.PASS);

  @Test
  void withEveryGateOpenItGoesOnToTheWeightThatWillHold() {
    assertThat(next(WAITING, OPEN, finding(Gate.ERROR_RATE, Verdict.NOT_YET)))
        .isEqualTo(new NextStep.Promote(50));
  }

  @Test
  void everyGateThatHoldsIsNamed() {
    var one = finding(Gate.TESTS, Verdict.FAIL);
    var other = finding(Gate.IMAGE, Verdict.UNDECIDED);

    var held = (NextStep.Held) next(WAITING, OPEN, one, other);

    assertThat(held.holding()).containsExactly(one, other);
    assertThat(held.asks()).isFalse();
    assertThat(Texts.of(held.words()))
        .isEqualTo("on to 50 %: 2 gates hold it, Tests passed: no data");
  }

  @Test
  void aSoakThatIsOverWithoutADecisionAsksAPerson() {
    var held = (NextStep.Held) next(WAITING, finding(Gate.ERROR_RATE, Verdict.UNDECIDED));
    assertThat(held.asks()).isTrue();
  }

  @Test
  void whereOnlyTimeIsMissingItSaysHowMuch() {
    var soak = soaking(Duration.ofMinutes(20));
    assertThat(next(WAITING, OPEN, soak)).isEqualTo(new NextStep.Soak(Duration.ofMinutes(20), 50));
    assertThat(next(WAITING, soak, finding(Gate.TESTS, Verdict.FAIL)))
        .isInstanceOf(NextStep.Held.class);
  }

  @Test
  void noGateAtAllIsNoGateOpen() {
    assertThat(next(WAITING)).isInstanceOf(NextStep.Person.class);
  }

  @Test
  void whatIsWorseThanItMayBeGoesBackWhereverItStands() {
    var regressed = new Conduct(Policy.BUILT_IN, List.of(OPEN), Optional.of(BAD));
    for (var release : List.of(WAITING, Releases.canary().build(), Releases.blueGreen().build())) {
      assertThat(regressed.next(release, NOON)).isEqualTo(new NextStep.GoBack(BAD));
    }
  }

  @Test
  void whatWasTakenBackOrIsThroughRests() {
    var regressed = new Conduct(Policy.BUILT_IN, List.of(OPEN), Optional.of(BAD));
    assertThat(regressed.next(Releases.canary().weighted(0, 0).aborted().build(), NOON))
        .isInstanceOf(NextStep.Rest.class);
    assertThat(regressed.next(Releases.canary().hashes("b", "b").build(), NOON))
        .isInstanceOf(NextStep.Rest.class);
  }

  @Test
  void whatIsAbortedWithUsersOnItIsTheEnginesAffairAndNotAtRest() {
    assertThat(next(Releases.canary().weighted(0, 4).aborted().build(), OPEN))
        .isInstanceOf(NextStep.Engine.class);
  }

  @Test
  void aTimedPauseIsTheEnginesOwnAffair() {
    var timed = Releases.canary().step(3).pausedSince(NOON.minusSeconds(600)).build();
    var next = next(timed, OPEN);
    assertThat(Texts.of(next.words())).isEqualTo("the engine goes on to 100 % by itself in 50 min");
    assertThat(next(timed, finding(Gate.TESTS, Verdict.FAIL))).isInstanceOf(NextStep.Timed.class);
  }

  @Test
  void betweenTwoPausesTheEngineIsAtWork() {
    assertThat(next(Releases.canary().step(2).build(), OPEN)).isInstanceOf(NextStep.Engine.class);
    var analysis =
        Releases.canary()
            .steps(List.of(new Step.SetWeight(10), new Step.Analysis(List.of("rate"))))
            .pausedSince(NOON)
            .build();
    assertThat(next(analysis, OPEN)).isInstanceOf(NextStep.Engine.class);
  }

  @Test
  void aBlueGreenThatWaitsIsSwitchedWithEveryGateOpen() {
    var waiting = Releases.blueGreen().pausedSince(NOON).build();
    assertThat(next(waiting, OPEN)).isEqualTo(new NextStep.Promote(100));
  }

  @Test
  void aBlueGreenThatSwitchesByItselfIsTheEnginesOwnAffair() {
    var hour =
        new Strategy.BlueGreen(
            "active", Optional.empty(), Optional.of(Duration.ofHours(1)), Duration.ZERO);
    var waiting = Releases.blueGreen().strategy(hour).pausedSince(NOON.minusSeconds(600)).build();
    assertThat(Texts.of(next(waiting, OPEN).words()))
        .isEqualTo("the engine goes on to 100 % by itself in 50 min");
  }

  @Test
  void aFullPromotionIsLeftToTheEngine() {
    assertThat(next(Releases.canary().pausedSince(NOON).promoteFull().build(), OPEN))
        .isInstanceOf(NextStep.Engine.class);
  }

  private static NextStep next(Release release, Finding... findings) {
    return new Conduct(Policy.BUILT_IN, List.of(findings), Optional.empty()).next(release, NOON);
  }

  private static Finding finding(Gate gate, Verdict verdict) {
    return new Finding(gate, verdict, WHY, WHY, Optional.empty(), Optional.empty());
  }

  /// As the gate itself says it.
  private static Finding soaking(Duration left) {
    var usual = UsualDemands.of(Limits.DEFAULT);
    var demands =
        new Demands(
            Set.of(Gate.SOAK),
            usual.limits(),
            left,
            1,
            usual.vulnerableFrom(),
            usual.scannedWithin(),
            usual.reviewedWithin(),
            0.1,
            Optional.empty());
    return new Gates(demands, Duration.ZERO).look(WAITING, Proof.NONE, NOON).getFirst();
  }
}
