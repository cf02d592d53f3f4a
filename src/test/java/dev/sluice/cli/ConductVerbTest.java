package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.policy.PolicyBook;
import dev.sluice.release.Releases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// `sluice conduct` and `sluice policy show`, on a toy cluster.
class ConductVerbTest {
  private static final String PROMOTES =
      "automation: {promotion: true}\ngates: {soak: {required: false}}\n";

  private final ToyCluster cluster = new ToyCluster(Releases.CHECKOUT).stopping();
  private final ToySession.Toy toy = new ToySession.Toy(cluster);
  private final Run run = new Run(toy);

  @Test
  void promotesWhenEveryGatePassesAndLeavesTheTimedPauseToTheController() {
    rule(PROMOTES);
    assertThat(run.sluice("conduct", "checkout", "--timeout", "20s")).isEqualTo(124);
    assertThat(run.sent()).containsExactly("{\"Promote\":1}");
    assertThat(run.err.toString())
        .contains("promoting by itself when every gate passes")
        .contains("armed: it goes back by itself if it proves bad");
  }

  @Test
  void goesBackOnceWhenTheNewerRevisionProvesBadAndEndsAsFailed() {
    rule(PROMOTES);
    toy.errorRate = 0.4;
    assertThat(run.sluice("conduct", "checkout", "--timeout", "20s")).isEqualTo(1);
    assertThat(run.sent()).containsExactly("{\"RollBack\":1}");
    assertThat(run.err.toString())
        .contains("going back: 40 % of its requests fail, at most 1 % may");
  }

  @Test
  void promotesNothingThatThePolicyDoesNotLetItPromote() {
    rule("");
    assertThat(run.sluice("conduct", "checkout", "--timeout", "10s")).isEqualTo(124);
    assertThat(run.sent()).isEmpty();
    assertThat(run.err.toString()).contains("armed: it goes back by itself");
  }

  @Test
  void holdsAtAClosedGateAndNamesIt() {
    rule(PROMOTES);
    toy.errorRate = 0.4;
    toy.stableErrorRate = 0.4;
    assertThat(run.sluice("conduct", "checkout", "--timeout", "10s")).isEqualTo(124);
    assertThat(run.sent()).isEmpty();
    assertThat(run.out.toString()).contains("Error rate: 40 %");
  }

  @Test
  void endsAsFailedWhenAnotherVersionThanTheOneItWasBegunForIsOnItsWay() {
    rule(PROMOTES);
    cluster.overtaken();
    assertThat(run.sluice("conduct", "checkout", "--timeout", "20s")).isEqualTo(1);
    assertThat(run.sent()).containsExactly("{\"Promote\":1}");
    assertThat(run.err.toString()).contains("another version is on its way");
  }

  @Test
  void staysAfterASwitchAsLongAsItIsArmed() {
    rule(PROMOTES);
    cluster.blueGreen();
    assertThat(run.sluice("conduct", "checkout", "--timeout", "10s")).isEqualTo(124);
    assertThat(run.sent()).containsExactly("{\"Promote\":1}");
    assertThat(run.err.toString()).doesNotContain("not armed");
  }

  @Test
  void goesBackAfterASwitchAndEndsAsFailed() {
    rule(PROMOTES);
    cluster.blueGreen().worsening();
    assertThat(run.sluice("conduct", "checkout", "--timeout", "20s")).isEqualTo(1);
    assertThat(run.sent()).containsExactly("{\"Promote\":1}", "{\"RollBack\":1}");
  }

  @Test
  void endsAfterASwitchOnceThePodsBeforeItAreGone() {
    rule(PROMOTES);
    cluster.blueGreen().keepingNoPods();
    assertThat(run.sluice("conduct", "checkout", "--timeout", "20s")).isZero();
    assertThat(run.sent()).containsExactly("{\"Promote\":1}");
    assertThat(run.err.toString()).contains("not armed to go back by itself");
  }

  @Test
  void endsWithASwitchWhereThePolicyArmsNothing() {
    rule("automation: {promotion: true, rollback: false}\ngates: {soak: {required: false}}\n");
    cluster.blueGreen();
    assertThat(run.sluice("conduct", "checkout", "--timeout", "20s")).isZero();
    assertThat(run.sent()).containsExactly("{\"Promote\":1}");
  }

  @Test
  void doesNothingWhileThePolicyIsNotKnown() {
    assertThat(run.sluice("conduct", "checkout", "--timeout", "5s")).isEqualTo(124);
    assertThat(run.err.toString()).contains("its policy could not be read in time");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void whatIsThroughAlreadyIsDone() {
    rule(PROMOTES);
    cluster.finished();
    assertThat(run.sluice("conduct", "checkout")).isZero();
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void aPolicyIsShownWithWhereEachValueComesFrom() {
    rule(PROMOTES);
    assertThat(run.sluice("policy", "show", "checkout")).isZero();
    assertThat(run.out.toString().lines())
        .anyMatch(line -> line.matches("automation\\.promotion +true +.*test.*3.*"))
        .anyMatch(line -> line.matches("automation\\.rollback +true +built in"));
  }

  @Test
  void aPolicyIsShownAsData() {
    rule(PROMOTES);
    assertThat(run.sluice("policy", "show", "checkout", "-o", "json")).isZero();
    assertThat(run.out.toString()).contains("\"term\" : \"automation.promotion\"");
  }

  @Test
  void mistakesInThePolicyAreSaidWithTheirPlaceAndItFails() {
    rule("sloo: {}\n");
    assertThat(run.sluice("policy", "show", "checkout")).isEqualTo(1);
    assertThat(run.err.toString()).contains("test, line 3, column 1: “sloo” is not known here.");
  }

  private void rule(String text) {
    var draft =
        new YamlPolicies().document("test", "apiVersion: sluice.dev/v1\nkind: Policy\n" + text);
    var entry = new PolicyBook.Entry("shop", "checkout", draft);
    toy.policies = Optional.of(PolicyBook.of(List.of(entry)));
  }
}
