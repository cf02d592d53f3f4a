package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActingTest {

  private final ToyCluster cluster = new ToyCluster(Releases.CHECKOUT);
  private final ToySession.Toy toy = new ToySession.Toy(cluster);
  private final Run run = new Run(toy);

  @Test
  void promotesOnceAndTellsTheThreeClocks() {
    assertThat(run.sluice("promote", "checkout")).isZero();
    assertThat(run.sent()).containsExactly("{\"Promote\":1}");
    assertThat(run.out.toString()).isEmpty();
    assertThat(run.err.toString().lines().toList().getLast())
        .startsWith("checkout: ")
        .matches(
            ".*\\(accepted \\+[0-9:]+ \\w+, observed \\+[0-9:]+ \\w+, traffic \\+[0-9:]+ \\w+\\)");
  }

  @Test
  void tellsEachChangeOfStanding() {
    run.sluice("rollback", "checkout");
    assertThat(run.err.toString()).contains("watching that it holds (accepted +");
  }

  @Test
  void refusesAPromotionThatAGateHoldsAndNamesEveryLock() {
    toy.errorRate = 0.2;
    assertThat(run.sluice("promote", "checkout", "--full")).isEqualTo(3);
    assertThat(run.err.toString())
        .contains("✗ Error rate: 20 %")
        .contains("✗ It leaves checks out")
        .contains("--reason");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void goesPastAGateForAReason() {
    toy.errorRate = 0.2;
    assertThat(run.sluice("promote", "checkout", "--reason", "known, a client's fault")).isZero();
    assertThat(run.err.toString()).contains("known, a client's fault");
    assertThat(run.sent()).hasSize(1);
  }

  @Test
  void promotesFullyForAReason() {
    assertThat(run.sluice("promote", "checkout", "--full", "--reason", "hot fix")).isZero();
    assertThat(run.sent()).containsExactly("{\"PromoteFully\":1}");
    assertThat(cluster.release().stableHash()).contains("b");
  }

  @Test
  void takesABlankReasonForNone() {
    toy.errorRate = 0.2;
    assertThat(run.sluice("promote", "checkout", "--reason", " ")).isEqualTo(3);
  }

  @Test
  void promotesNothingWithoutMeasurements() {
    toy.metricsFailure =
        Optional.of(new Failure.Unreachable("prometheus", Words.of("api.timeout")));
    assertThat(run.sluice("promote", "checkout")).isEqualTo(3);
    assertThat(run.err.toString()).contains("prometheus cannot be reached");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void failsWhenTheUserMayNot() {
    toy.permissions = new Permissions(Map.of(Permissions.Kind.STATUS, "no role for alice"));
    toy.errorRate = 0.2;
    assertThat(run.sluice("promote", "checkout", "--reason", "urgent")).isEqualTo(1);
    assertThat(run.err.toString()).contains("no role for alice").contains("Error rate");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void failsWhenThereIsNothingToPromote() {
    cluster.finished();
    assertThat(run.sluice("promote", "checkout")).isEqualTo(1);
    assertThat(run.err.toString()).contains("no update is under way");
  }

  @Test
  void rollsBackThoughGatesHoldAndPermissionsAreNotAnswered() {
    toy.errorRate = 0.9;
    toy.saysPermissions = false;
    assertThat(run.sluice("rollback", "checkout")).isZero();
    assertThat(run.sent()).containsExactly("{\"RollBack\":1}");
    assertThat(run.err.toString())
        .contains("Going back to r41 (v1.8.3), the stable revision")
        .contains("checkout: serving 100 % v1.8.3");
  }

  @Test
  void rollsAFinishedUpdateBackToTheRevisionBefore() {
    cluster.finished();
    assertThat(run.sluice("rollback", "checkout")).isZero();
    assertThat(run.err.toString()).contains("Going back to r41 (v1.8.3)");
    assertThat(cluster.release().stableHash()).contains("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r41", "41", "a", "v1.8.3"})
  void rollsBackToTheRevisionThatWasNamed(String revision) {
    cluster.finished();
    assertThat(run.sluice("rollback", "checkout", "--to", revision)).isZero();
    assertThat(cluster.release().stableHash()).contains("a");
  }

  @Test
  void sendsNothingWhenTheRevisionToGoToIsUnknown() {
    assertThat(run.sluice("rollback", "checkout", "--to", "v7")).isEqualTo(1);
    assertThat(run.err.toString()).contains("v7").contains("r41 v1.8.3");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void pausesAndResumesAndAbortsAndRetriesAndRestarts() {
    assertThat(run.sluice("pause", "checkout")).isZero();
    assertThat(run.sluice("resume", "checkout")).isZero();
    assertThat(run.sluice("abort", "checkout")).isZero();
    assertThat(run.sluice("retry", "checkout")).isZero();
    assertThat(run.sluice("restart", "checkout")).isZero();
    assertThat(cluster.applied.stream().map(a -> a.getClass().getSimpleName()))
        .containsExactly("Pause", "Resume", "Abort", "Retry", "Restart");
  }

  @Test
  void aDryRunPrintsTheRequestsAndSendsNothing() {
    assertThat(run.sluice("promote", "checkout", "--dry-run")).isZero();
    assertThat(run.out.toString())
        .contains("PATCH /apis/toy/checkout")
        .contains("{\"Promote\":1}")
        .contains("10 % → 50 %")
        .contains("skipped: weight 50 %")
        .contains("warning: ");
    assertThat(run.sent()).isEmpty();
    assertThat(cluster.applied).isEmpty();
  }

  @Test
  void aDryRunEndsAsTheActionWould() {
    toy.errorRate = 0.2;
    assertThat(run.sluice("promote", "checkout", "--dry-run", "-o", "json")).isEqualTo(3);
    assertThat(run.out.toString()).contains("\"locks\" : [ \"Error rate: 20 %\" ]");
  }

  @Test
  void timesOutWhenTheControllerSleepsAndSaysThatItWasAccepted() {
    cluster.asleep = true;
    assertThat(run.sluice("promote", "checkout", "--timeout", "5s")).isEqualTo(124);
    assertThat(run.err.toString()).contains("accepted by the API server (accepted +");
    assertThat(run.sent()).hasSize(1);
  }

  @Test
  void connectingCountsAsTimeAndAfterItNothingIsSent() {
    run.connecting = Duration.ofSeconds(6);
    assertThat(run.sluice("rollback", "checkout", "--timeout", "5s")).isEqualTo(124);
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void timesOutWhenPermissionsAreNotAnsweredAndSendsNothing() {
    toy.saysPermissions = false;
    assertThat(run.sluice("promote", "checkout", "--timeout", "3s")).isEqualTo(124);
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void givesTheOutcomeAsData() {
    assertThat(run.sluice("promote", "checkout", "-o", "json")).isZero();
    assertThat(run.out.toString())
        .contains("\"action\" : \"promote\"")
        .contains("\"standing\" : \"succeeded\"")
        .contains("\"acceptedMillis\" : ");
  }

  @Test
  void interruptedItSaysWhetherItWasSent() {
    toy.answersWrites = false;
    var handlers = new ArrayList<Runnable>();
    run.interrupts =
        handler -> {
          handlers.add(handler);
          return () -> {};
        };
    run.sluice("pause", "checkout", "--timeout", "5s");
    run.err.getBuffer().setLength(0);
    handlers.forEach(Runnable::run);
    assertThat(run.err.toString()).contains("may or may not have been carried out");
    assertThat(handlers).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"promote", "pause", "resume", "abort", "rollback", "retry", "restart"})
  void whoeverCannotBeReachedWasSentNothingAndThatIsTheLastWord(String verb) {
    toy.down = Optional.of(new Failure.Unreachable("prod", Words.of("api.timeout")));
    assertThat(run.sluice(verb, "checkout")).isEqualTo(1);
    assertThat(lastWords()).isEqualTo("Nothing was sent.");
  }

  @Test
  void aServerThatNeverAnsweredWasSentNothing() {
    toy.answersAtAll = false;
    assertThat(run.sluice("rollback", "checkout", "--timeout", "3s")).isEqualTo(124);
    assertThat(lastWords()).isEqualTo("Nothing was sent.");
  }

  @Test
  void withoutAKubeconfigNothingIsSent() {
    run.unusable = Optional.of(new Failure.BadInput("config", 3, 7, Words.of("answer.json.text")));
    assertThat(run.sluice("rollback", "checkout")).isEqualTo(1);
    assertThat(lastWords()).isEqualTo("Nothing was sent.");
  }

  @Test
  void aServerThatDiesBeforeTheWriteWasSentNothing() {
    toy.write = Result.failed(new Failure.Unreachable("prod", Words.of("api.timeout")));
    assertThat(run.sluice("pause", "checkout")).isEqualTo(1);
    assertThat(lastWords()).isEqualTo("Nothing was sent.");
  }

  @Test
  void aRollbackThatNeverGotThroughWasSentNothing() {
    toy.write = Result.failed(new Failure.Unreachable("prod", Words.of("api.timeout")));
    assertThat(run.sluice("rollback", "checkout", "--timeout", "5s")).isEqualTo(124);
    assertThat(run.err.toString()).contains("trying again");
    assertThat(lastWords()).endsWith("nothing was sent.");
  }

  @Test
  void aServerThatDiesBetweenWriteAndAnswerLeavesItUnknownAndSaysHowToSee() {
    toy.write = Result.failed(new Failure.Unknown("prod", Words.of("api.timeout")));
    toy.readable = false;
    assertThat(run.sluice("rollback", "checkout", "--timeout", "5s")).isEqualTo(124);
    assertThat(lastWords())
        .contains("it may or may not have been carried out")
        .contains("“sluice get prod/shop/checkout”");
    assertThat(run.err.toString()).doesNotContain("othing was sent");
  }

  private String lastWords() {
    return run.err.toString().lines().toList().getLast();
  }

  @Test
  void endsAtOnceWhenTheConnectionIsDown() {
    toy.down = Optional.of(new Failure.Forbidden("prod", "alice may not list"));
    assertThat(run.sluice("rollback", "checkout")).isEqualTo(1);
    assertThat(run.err.toString()).contains("alice may not list");
  }

  @Test
  void namesTheNearestKnownRelease() {
    assertThat(run.sluice("promote", "chekout")).isEqualTo(1);
    assertThat(run.err.toString()).contains("chekout").contains("shop/checkout");
    assertThat(List.of(run.out.toString())).containsExactly("");
  }
}
