package dev.sluice.conduct;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.conduct.WeightCourse.Turn;
import dev.sluice.gate.Limits;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Prospect.Planned;
import dev.sluice.judge.Signal;
import dev.sluice.judge.count.Weights;
import dev.sluice.judge.slo.Slo;
import dev.sluice.policy.Policy;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Step;
import dev.sluice.release.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the judge is asked about a release.
class DocketTest {
  private static final Release CANARY = Releases.canary().build();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Limits OWN =
      new Limits(0.03, Duration.ofMillis(700), 0.9, Duration.ofMinutes(2));

  @Test
  void itIsJudgedByItsErrorsAndByItsSlowRequestsUnderTheLimitsInForce() {
    var docket = of(CANARY, "");
    assertThat(docket.measures())
        .extracting(Measure::signal)
        .containsExactly(Signal.ERROR_RATE, Signal.LATENCY_P99);
    assertThat(docket.within()).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void eachStageHasItsOwnSoakElseThePolicysAndThePolicysCap() {
    assertThat(of(CANARY, "").plan())
        .containsExactly(
            new Planned(10, HOUR, 2.5),
            new Planned(50, HOUR, 2),
            new Planned(100, Duration.ZERO, 2));
  }

  @Test
  void aStageBelowTheFirstOfThePolicyIsHeldToTheFirstAndOneBetweenToTheOneBefore() {
    var policy =
        "stages: [{weight: 20, soak: 10m, notWorseThan: 3}, {weight: 100, soak: 5m, notWorseThan:"
            + " 2}]";
    assertThat(of(CANARY, policy).plan())
        .containsExactly(
            new Planned(10, Duration.ofMinutes(10), 3),
            new Planned(50, HOUR, 3),
            new Planned(100, Duration.ofMinutes(5), 2));
  }

  @Test
  void aStageThatNoUserIsOnIsNotJudged() {
    var waiting =
        Releases.canary()
            .steps(List.of(new Step.Pause(Optional.empty()), new Step.SetWeight(10), pause()))
            .build();
    assertThat(of(waiting, "").plan()).extracting(Planned::weight).containsExactly(10, 100);
  }

  @Test
  void aBlueGreenHasOneStage() {
    assertThat(of(Releases.blueGreen().build(), "").plan())
        .containsExactly(new Planned(100, Duration.ZERO, 2));
  }

  @Test
  void whatAnotherRevisionHadBeforeIsNotCounted() {
    var course =
        new WeightCourse(
            List.of(
                new Turn(NOON.minusSeconds(1), 50),
                new Turn(NOON, 1),
                new Turn(NOON.plusSeconds(60), 10)));
    assertThat(weights(CANARY, course))
        .containsExactly(new Weights.Turn(NOON, 1), new Weights.Turn(NOON.plusSeconds(60), 10));
    assertThat(weights(Releases.canary().hashes("b", "b").build(), course)).isEmpty();
  }

  @Test
  void theWeightIsWhatTheNewerRevisionIsMeantToHave() {
    assertThat(Releases.canary().weighted(25, 10).build().weight()).isEqualTo(25);
    assertThat(switched(Optional.of("a")).weight()).isZero();
    assertThat(switched(Optional.of("b")).weight()).isEqualTo(100);
    assertThat(switched(Optional.empty()).weight()).isZero();
  }

  @Test
  void aBudgetIsReckonedWhereAnObjectiveIsNamedOrTheGateAsksForOne() {
    assertThat(of(CANARY, "").slo()).isEmpty();
    assertThat(of(CANARY, "slo: {objective: 99.5%, window: 7d}").slo())
        .contains(new Slo(0.995, Duration.ofDays(7)));
    assertThat(of(CANARY, "gates: {budget: {required: true}}").slo())
        .contains(new Slo(0.999, Duration.ofDays(28)));
  }

  private static Step pause() {
    return new Step.Pause(Optional.of(HOUR));
  }

  private static Release switched(Optional<String> active) {
    return Releases.blueGreen().traffic(new Traffic.Switched(active, Optional.of("b"))).build();
  }

  private static List<Weights.Turn> weights(Release release, WeightCourse course) {
    return Docket.of(release, new Requirements(Policy.BUILT_IN, OWN), course, NOON)
        .weights()
        .turns();
  }

  private static Docket of(Release release, String text) {
    var draft =
        new YamlPolicies().document("test", "apiVersion: sluice.dev/v1\nkind: Policy\n" + text);
    assertThat(draft.mistakes()).isEmpty();
    var policy = Policy.of(List.of(), List.of(draft));
    return Docket.of(release, new Requirements(policy, OWN), WeightCourse.UNKNOWN, NOON);
  }
}
