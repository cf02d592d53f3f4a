package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.text.Words;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final ReleaseRef SEARCH = new ReleaseRef("prod", "shop", "search");
  private static final ReleaseRef STAGED = new ReleaseRef("staging", "shop", "checkout");

  private final ToySession.Toy toy =
      new ToySession.Toy(new ToyCluster(Releases.CHECKOUT), new ToyCluster(SEARCH).finished());
  private final Run run = new Run(toy);

  @Test
  void listsReleasesInColumnsWithoutColour() {
    assertThat(run.sluice("list")).isZero();
    assertThat(run.out)
        .hasToString(
            """
            NAMESPACE  NAME      STATE      STEP  TRAFFIC  STABLE      NEW
            shop       checkout  ‖ Paused   1/4   10 %     r41 v1.8.3  r42 v1.9.0
            shop       search    ✓ Healthy  -     -        r42 v1.9.0  -
            """);
    assertThat(run.err.toString()).isEmpty();
  }

  @Test
  void waitsForWhatIsMeasuredAfterASwitch() {
    var switched = Samples.switched();
    var world = World.of(switched);
    assertThat(GetVerb.measured(world.state(), switched.ref())).isFalse();
    world.read(switched.ref(), Samples.switchedReadings(0.005));
    assertThat(GetVerb.measured(world.state(), switched.ref())).isTrue();
  }

  @Test
  void listsMoreWhenWide() {
    run.sluice("list", "-o", "wide");
    assertThat(run.out.toString())
        .contains("CONTEXT")
        .contains("canary")
        .contains("CanaryPauseStep");
  }

  @Test
  void showsTheContextWhenThereAreTwo() {
    var two = Run.on(new ToyCluster(Releases.CHECKOUT), new ToyCluster(STAGED));
    two.sluice("list");
    assertThat(two.out.toString()).contains("CONTEXT").contains("staging");
  }

  @Test
  void listsNamesThatOtherCommandsTake() {
    run.sluice("list", "-o", "name");
    assertThat(run.out).hasToString("prod/shop/checkout\nprod/shop/search\n");
  }

  @Test
  void givesReleasesAsJson() {
    assertThat(run.sluice("list", "-o", "json")).isZero();
    assertThat(run.out.toString())
        .contains("\"name\" : \"checkout\"")
        .contains("\"phase\" : \"paused\"")
        .contains("\"askedPercent\" : 10")
        .contains("\"problems\" : [ ]");
  }

  @Test
  void givesReleasesAsYaml() {
    assertThat(run.sluice("list", "-o", "yaml")).isZero();
    assertThat(run.out.toString()).startsWith("---\nreleases:\n").contains("name: checkout");
  }

  @Test
  void coloursOnlyForAPersonWhoHasNotSaidNo() {
    run.live = true;
    run.sluice("list");
    assertThat(run.out.toString()).contains("\u001b[33m‖ Paused\u001b[0m");
    run.out.getBuffer().setLength(0);
    run.environment = Map.of("NO_COLOR", "1");
    run.sluice("list");
    assertThat(run.out.toString()).doesNotContain("\u001b");
  }

  @Test
  void failsWithTheReasonWhenAPartIsForbiddenAndKeepsQuietOnOut() {
    toy.down = Optional.of(new Failure.Forbidden("prod", "alice may not list rollouts"));
    assertThat(run.sluice("list")).isEqualTo(1);
    assertThat(run.err.toString()).contains("alice may not list rollouts");
    assertThat(run.out.toString()).isEmpty();
  }

  @Test
  void saysNothingOfAReleaseThatNobodyCouldLookFor() {
    toy.down = Optional.of(new Failure.Unreachable("prod", Words.of("api.timeout")));
    assertThat(run.sluice("get", "checkout")).isEqualTo(1);
    assertThat(run.err.toString()).contains("prod cannot be reached").doesNotContain("no release");
  }

  @Test
  void looksInTheOtherNamespacesForANameThatIsNotInTheOneNamed() {
    assertThat(run.sluice("get", "checkout", "-n", "shpo")).isEqualTo(1);
    assertThat(run.err.toString())
        .contains("There is no release “checkout” here.")
        .contains("There is shop/checkout. Is that meant?");
    assertThat(run.out.toString()).isEmpty();
  }

  @Test
  void saysHowANameWithItsContextWasReadWhenThatIsNotToBeHad() {
    run.unusable =
        Optional.of(
            new Failure.BadInput("config", 0, 0, Words.of("kubeconfig.nocontext", "a/b", "x")));
    assertThat(run.sluice("get", "a/b/c/d")).isEqualTo(1);
    assertThat(run.err.toString())
        .contains("no context named “a/b”")
        .contains("“a/b/c/d” was read as context/namespace/name: a/b / c / d.");
  }

  @Test
  void timesOutWhenAClusterDoesNotAnswer() {
    toy.answersAtAll = false;
    assertThat(run.sluice("list", "--timeout", "3s")).isEqualTo(124);
    assertThat(run.err.toString()).contains("prod/shop has not answered yet");
  }

  @Test
  void saysSoonWhatItWaitsForAndForHowLong() {
    toy.answersAtAll = false;
    assertThat(run.sluice("list", "--timeout", "8s")).isEqualTo(124);
    assertThat(run.err.toString())
        .startsWith("Waiting for prod/shop to answer, ")
        .contains("s more at most.");
    assertThat(run.err.toString().lines().count()).isEqualTo(2);
  }

  @Test
  void failsWhenThereIsNothingToConnectTo() {
    run.unusable = Optional.of(new Failure.BadInput("config", 3, 7, Words.of("answer.json.text")));
    assertThat(run.sluice("list")).isEqualTo(1);
    assertThat(run.err.toString()).contains("config, line 3, column 7");
  }

  @Test
  void getsOneReleaseWithStagesGatesAndRevisions() {
    assertThat(run.sluice("get", "checkout")).isZero();
    assertThat(run.out.toString())
        .startsWith("checkout  prod / shop  canary\nr41 v1.8.3 → r42 v1.9.0\n‖ Paused: ")
        .containsPattern("Stages +● 10 %  ○ 50 %  ○ 100 %\n")
        .containsPattern("Error rate +✓  0.10 % \\(at most 1 %, and by this limit alone")
        .containsPattern("New +r42 v1.9.0  b  4 of 4 ready\n")
        .containsPattern("live, heard .* ago\n$");
  }

  @Test
  void getsAReleaseAsJsonWithItsGates() {
    run.sluice("get", "prod/shop/checkout", "-o", "json");
    assertThat(run.out.toString())
        .contains("\"gate\" : \"errorRate\"")
        .contains("\"verdict\" : \"pass\"")
        .contains("\"state\" : \"current\"")
        .contains("\"servedPercent\" : 10");
  }

  @Test
  void saysWhyGatesHaveNoEvidence() {
    toy.metricsFailure =
        Optional.of(new Failure.Unreachable("prometheus", Words.of("api.timeout")));
    assertThat(run.sluice("get", "checkout")).isZero();
    assertThat(run.err.toString()).contains("prometheus cannot be reached");
    assertThat(run.out.toString()).contains("no measurements");
  }

  @Test
  void asksWhichOfSeveralIsMeant() {
    var two = Run.on(new ToyCluster(Releases.CHECKOUT), new ToyCluster(STAGED));
    assertThat(two.sluice("get", "checkout")).isEqualTo(2);
    assertThat(two.err.toString()).contains("prod/shop/checkout, staging/shop/checkout");
  }

  @Test
  void aNameWithItsContextIsOne() {
    var two = Run.on(new ToyCluster(Releases.CHECKOUT), new ToyCluster(STAGED));
    assertThat(two.sluice("get", "staging/shop/checkout", "-o", "name")).isZero();
    assertThat(two.out).hasToString("staging/shop/checkout\n");
    assertThat(two.selected.getFirst().contexts()).containsExactly("staging");
    assertThat(two.selected.getFirst().namespaces()).containsExactly("shop");
  }
}
