package dev.sluice.conduct;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.gate.Demands;
import dev.sluice.gate.Gate;
import dev.sluice.gate.Limits;
import dev.sluice.gate.UsualDemands;
import dev.sluice.gate.report.Severity;
import dev.sluice.policy.Policy;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsTest {

  private static final Release CANARY = Releases.canary().build();
  private static final Limits OWN =
      new Limits(0.03, Duration.ofMillis(700), 0.9, Duration.ofMinutes(2));

  @Test
  void aPolicyThatSaysNothingLeavesTheUsersOwnLimitsAndTheUsualGates() {
    var demands = new Requirements(Policy.BUILT_IN, OWN).at(CANARY, NOON);

    assertThat(demands.limits()).isEqualTo(OWN);
    assertThat(demands.gates()).isEqualTo(UsualDemands.of(OWN).gates());
  }

  @Test
  void whatAPolicySaysGoesBeforeTheUsersOwnLimits() {
    var demands =
        at("gates: {errorRate: {atMost: 5%}, freshData: {within: 30s, required: false}}", CANARY);

    assertThat(demands.limits().errorRate()).isEqualTo(0.05);
    assertThat(demands.limits().freshness()).isEqualTo(Duration.ofSeconds(30));
    assertThat(demands.limits().latencyP99()).isEqualTo(OWN.latencyP99());
    assertThat(demands.gates()).doesNotContain(Gate.FRESH_DATA);
  }

  @Test
  void gatesAreAskedForByThePolicy() {
    var demands =
        at(
            "gates: {tests: {required: true, atLeast: 7}, image: {required: true}, vulnerabilities:"
                + " {required: true, from: high, within: 2d}, review: {required: true}}",
            CANARY);

    assertThat(demands.gates())
        .contains(Gate.TESTS, Gate.IMAGE, Gate.VULNERABILITIES, Gate.REVIEW)
        .doesNotContain(Gate.FREEZE, Gate.SOAK);
    assertThat(demands.testsAtLeast()).isEqualTo(7);
    assertThat(demands.vulnerableFrom()).isEqualTo(Severity.HIGH);
    assertThat(demands.scannedWithin()).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void aPolicyWithAMistakeLocksPromotionsUntilItIsMended() {
    var policy =
        Policy.of(
            List.of(),
            List.of(
                new YamlPolicies()
                    .document(
                        "p", "apiVersion: sluice.dev/v1\nkind: Policy\napprovals: {needed: 2}")));

    assertThat(new Requirements(policy, OWN).at(CANARY, NOON).gates()).contains(Gate.POLICY);
    assertThat(new Requirements(Policy.BUILT_IN, OWN).at(CANARY, NOON).gates())
        .doesNotContain(Gate.POLICY);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "stages: [{weight: 10, soak: 1m}, {weight: 100, soak: 0s}] | true",
        "automation: {promotion: true} | true",
        "automation: {promotion: false} | false",
        "'automation: {promotion: true}\ngates: {soak: {required: false}}' | false",
        "slo: {objective: 99%} | false",
      })
  void whoPlansStagesOrLeavesThemToTheConsoleIsHeldToTheirSoaks(String said, boolean held) {
    assertThat(at(said, CANARY).gates().contains(Gate.SOAK)).isEqualTo(held);
  }

  @ParameterizedTest(name = "at {0} % it soaks {1} min")
  @CsvSource({"0, 0", "5, 30", "10, 60", "24, 60", "25, 45", "100, 0"})
  void theSoakIsThatOfTheStageItStandsAt(int weight, int minutes) {
    var release = Releases.canary().weighted(weight, weight).build();
    var stages =
        "stages: [{weight: 5, soak: 30m}, {weight: 10, soak: 1h}, {weight: 25, soak: 45m},"
            + " {weight: 100, soak: 0s}]";
    assertThat(at(stages, release).soak()).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void theFreezeThatLastsLongestIsTheOneThatHolds() {
    var demands =
        at(
            "freezes: {once: [{reason: short, from: 2026-01-02T00:00, to: 2026-01-02T13:00, zone:"
                + " UTC}, {reason: long, from: 2026-01-01T00:00, to: 2026-01-05T00:00, zone:"
                + " UTC}]}",
            CANARY);

    assertThat(demands.gates()).contains(Gate.FREEZE);
    assertThat(demands.freeze()).get().extracting(Demands.Frozen::reason).isEqualTo("long");
  }

  private static Demands at(String text, Release release) {
    var draft =
        new YamlPolicies().document("test", "apiVersion: sluice.dev/v1\nkind: Policy\n" + text);
    assertThat(draft.mistakes()).isEmpty();
    return new Requirements(Policy.of(List.of(), List.of(draft)), OWN).at(release, NOON);
  }
}
