package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Judgement;
import dev.sluice.judge.Lack;
import dev.sluice.release.Release;
import dev.sluice.state.ConsoleState;
import dev.sluice.ui.release.ReleasePage;
import dev.sluice.ui.stage.Complaints;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The release page with every verdict, drawn into `target/screens` without one warning.
class VerdictScreensTest {
  private static final Release CANARY = Samples.canary();

  static Stream<Arguments> screens() {
    return Stream.of(
            Arguments.of("safe", judged(Judgements.safe())),
            Arguments.of("regressed", measured(0.0048, 0.0081, Judgements.regressed())),
            Arguments.of("little", judged(Judgements.undecided(Lack.TOO_LITTLE))),
            Arguments.of("rare", measured(2e-6, 2.2e-6, Judgements.rare())),
            Arguments.of(
                "no-data",
                World.of(CANARY)
                    .read(CANARY.ref(), Samples.nothing())
                    .judged(CANARY.ref(), Judgements.unspent(Judgements.undecided(Lack.NO_DATA)))
                    .state()),
            Arguments.of("bad-pod", judged(Judgements.undecided(Lack.ONE_BAD_POD))),
            Arguments.of("turning", judged(Judgements.undecided(Lack.TURNING))),
            Arguments.of("all-traffic", everyone()),
            Arguments.of("no-counters", judged(Judgements.uncounted())),
            Arguments.of("unreachable", unreachable()),
            Arguments.of(
                "old",
                world()
                    .judged(CANARY.ref(), Judgements.safe())
                    .pass(Duration.ofMinutes(5))
                    .heard("prod-eu")
                    .state()))
        .flatMap(screen ->
            Stream.of(Theme.values())
                .map(theme -> Arguments.of(screen.get()[0], theme, screen.get()[1])));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("screens")
  void everyVerdictIsDrawnWithoutAWarning(String name, Theme theme, ConsoleState state) {
    try (var complaints = new Complaints()) {
      var image = ShellPicture.take("verdict-" + name, theme, state);
      assertThat(complaints.heard()).isEmpty();
      assertThat(ShellPicture.colours(image)).isGreaterThan(20);
    }
  }

  static Stream<ConsoleState> verdictNextStepAndGatesAreSeenAtTheUsualSizeWithoutScrolling() {
    return Stream.of(
        world().state(),
        judged(Judgements.safe()),
        measured(0.0048, 0.0081, Judgements.regressed()));
  }

  @ParameterizedTest
  @MethodSource
  void verdictNextStepAndGatesAreSeenAtTheUsualSizeWithoutScrolling(ConsoleState state) {
    var shells = new ArrayList<Shell>();
    ShellPicture.take("verdict-gates", Theme.DARK, 1440, 900, 1, state, shells::add);
    double room = Fx.on(() -> bottom(shells.getFirst().lookup(".side")));
    assertThat(Fx.on(() -> bottom(shells.getFirst().lookup(".gate-list"))))
        .isLessThanOrEqualTo(room);
  }

  private static double bottom(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxY();
  }

  @Test
  void inASmallWindowTheVerdictIsWholeAndTheWayBackIsThere() {
    var state = judged(Judgements.undecided(Lack.TOO_LITTLE));
    var image = ShellPicture.take("verdict-small", Theme.LIGHT, 1024, 700, 1, state, _ -> {});
    assertThat(ShellPicture.colours(image)).isGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource
  void theEvidenceStandsInThePlaceOfTheCharts(Theme theme) {
    try (var complaints = new Complaints()) {
      evidence("evidence", theme, 1440, 900, 1, judged(Judgements.regressed()));
      evidence("evidence-safe", theme, 1440, 900, 1, judged(Judgements.safe()));
      assertThat(complaints.heard()).isEmpty();
    }
  }

  @Test
  void allEvidenceOfASafeCanaryIsSeenAtTheUsualSizeWithoutScrolling() {
    var shells = new ArrayList<Shell>();
    ShellPicture.take(
        "evidence-whole",
        Theme.DARK,
        1440,
        900,
        1,
        judged(Judgements.safe()),
        shell -> {
          shells.add(shell);
          ((ReleasePage) shell.lookup(".release-page")).turnEvidence();
        });
    var scroll =
        Fx.on(() -> (ScrollPane) shells.getFirst().lookup(".evidence").lookup(".scroll-pane"));
    assertThat(Fx.on(() -> scroll.getContent().getLayoutBounds().getHeight()))
        .isLessThanOrEqualTo(Fx.on(() -> scroll.getViewportBounds().getHeight()));
  }

  @Test
  void theEvidenceIsReadInASmallWindowAndOnADenseScreenToo() {
    var state = judged(Judgements.undecided(Lack.TOO_LITTLE));
    evidence("evidence-small", Theme.LIGHT, 1024, 700, 1, state);
    var dense = evidence("evidence-dense", Theme.DARK, 1440, 900, 2, state);
    assertThat(dense.getWidth()).isEqualTo(2.0 * 1440);
  }

  @Test
  void longNamesAreReadWithoutPushingAnythingAway() {
    var canary = Samples.longNamed();
    var ref = canary.ref();
    var state =
        World.of(canary)
            .read(ref, Samples.readings())
            .judged(
                ref,
                Judgements.badPod(
                    "checkout-and-payment-orchestration-service-for-everyone-6d9f7c5b84-x7k2p"))
            .state();
    try (var complaints = new Complaints()) {
      var charts = ShellPicture.take("verdict-long", Theme.DARK, 1024, 700, 1, state, _ -> {});
      var proof = evidence("evidence-long", Theme.LIGHT, 1024, 700, 1, state);
      assertThat(List.of(charts.getWidth(), proof.getWidth())).containsOnly(1024.0);
      assertThat(complaints.heard()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void beforeAReleaseItIsShownWhatItsStagesCanTell(Theme theme) {
    var finished = Samples.finished(Samples.CHECKOUT, "v1.8.3");
    var state =
        World.of(finished)
            .read(finished.ref(), Samples.readings())
            .judged(finished.ref(), Judgements.before())
            .state();
    try (var complaints = new Complaints()) {
      ShellPicture.take("verdict-before", theme, state);
      assertThat(complaints.heard()).isEmpty();
    }
  }

  private static WritableImage evidence(
      String name, Theme theme, int width, int height, double scale, ConsoleState state) {
    return ShellPicture.take(
        name,
        theme,
        width,
        height,
        scale,
        state,
        shell -> {
          var page = (ReleasePage) shell.lookup(".release-page");
          page.turnEvidence();
        });
  }

  private static ConsoleState measured(double stable, double canary, Judgement judgement) {
    return World.of(CANARY)
        .read(CANARY.ref(), Samples.readings(stable, canary))
        .judged(CANARY.ref(), judgement)
        .state();
  }

  private static ConsoleState everyone() {
    var release = Samples.everyone();
    return World.of(release)
        .read(release.ref(), Samples.everyoneReadings())
        .judged(release.ref(), Judgements.undecided(Lack.NO_STABLE))
        .state();
  }

  /// Prometheus has not answered for three minutes.
  private static ConsoleState unreachable() {
    return world()
        .judged(CANARY.ref(), Judgements.safe())
        .pass(Duration.ofMinutes(3))
        .heard("prod-eu")
        .unread(CANARY.ref())
        .unjudged(CANARY.ref())
        .state();
  }

  private static ConsoleState judged(Judgement judgement) {
    return world().judged(CANARY.ref(), judgement).state();
  }

  private static World world() {
    return World.of(CANARY).read(CANARY.ref(), Samples.readings());
  }
}
