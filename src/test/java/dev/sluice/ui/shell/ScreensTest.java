package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Request;
import dev.sluice.judge.Judgement;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.state.ConsoleState;
import dev.sluice.ui.stage.Complaints;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every screen in every state, drawn into `target/screens`, without one warning.
class ScreensTest {
  private static final Request PATCH =
      new Request(
          "PATCH",
          "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout/status",
          "application/json-patch+json",
          """
          [{"op":"test","path":"/metadata/uid","value":"uid-1"},\
          {"op":"test","path":"/status/currentPodHash","value":"b"},\
          {"op":"replace","path":"/status/pauseConditions","value":null}]\
          """);

  private static final String REVIEWED =
      """
      automation: {promotion: true}
      gates: {soak: {required: false}, review: {required: true}, image: {required: true}}
      """;

  static Stream<Arguments> screens() {
    return states()
        .flatMap(state ->
            Stream.of(Theme.values()).map(theme -> Arguments.of(state.name, theme, state.state)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("screens")
  void everyScreenIsDrawnWithoutAWarning(String name, Theme theme, ConsoleState state) {
    try (var complaints = new Complaints()) {
      var image = ShellPicture.take(name, theme, state);
      assertThat(complaints.heard()).isEmpty();
      assertThat(ShellPicture.colours(image)).isGreaterThan(20);
    }
  }

  @Test
  void onAScreenOfTwiceTheDensityItIsTwiceAsSharp() {
    var image = ShellPicture.take("dense", Theme.DARK, 1440, 900, 2, canary().state(), _ -> {});
    assertThat(image.getWidth()).isEqualTo(2.0 * 1440);
  }

  @Test
  void aSmallWindowStillShowsTheWayBack() {
    var image = ShellPicture.take("small", Theme.LIGHT, 1024, 700, 1, canary().state(), _ -> {});
    assertThat(ShellPicture.colours(image)).isGreaterThan(20);
  }

  private record Named(String name, ConsoleState state) {}

  private static Stream<Named> states() {
    Release canary = Samples.canary();
    return Stream.of(
        new Named("canary", canary().state()),
        new Named(
            "moving", world(Samples.moving()).judged(Samples.CHECKOUT, Judgements.safe()).state()),
        new Named("aborted", aborted().state()),
        new Named("aborting", world(Samples.aborting()).state()),
        new Named(
            "aborted-worse", aborted().judged(Samples.CHECKOUT, Judgements.regressed()).state()),
        new Named(
            "blue-green-before",
            World.of(Samples.blueGreen())
                .read(Samples.PAYMENTS, Samples.previewReadings())
                .state()),
        new Named("blue-green-after", lanes(Samples.switched(), 0.0048, Judgements.switchedWell())),
        new Named("blue-green-bad", lanes(Samples.switched(), 0.07, Judgements.switchedBadly())),
        new Named(
            "blue-green-back",
            World.of(Samples.switchedBack())
                .read(Samples.PAYMENTS, Samples.backReadings())
                .state()),
        new Named("no-data", World.of(canary).read(canary.ref(), Samples.nothing()).state()),
        new Named("stale", canary().stale("prod-eu").state()),
        new Named("viewer", canary().viewer(canary).state()),
        new Named("loading", World.of(canary).state()),
        new Named("plan", canary().arm(canary, new Action.Promote(), PATCH).state()),
        new Named(
            "override",
            World.of(canary)
                .read(canary.ref(), Samples.readings(0.0048, 0.03))
                .arm(canary, new Action.Promote(), PATCH)
                .state()),
        new Named("held", canary().ruled(World.HELD).state()),
        new Named("signable", canary().ruled(REVIEWED).armed(Samples.CHECKOUT).state()),
        new Named(
            "regressed",
            World.of(canary)
                .ruled(REVIEWED)
                .armed(Samples.CHECKOUT)
                .read(canary.ref(), Samples.readings(0.0048, 0.06))
                .state()),
        new Named("broken-policy", canary().ruled("gates: {imege: {required: true}}").state()),
        new Named("fleet", canary().fleet().state()),
        new Named("fleet-back", canary().fleet().goesBackTogether(Samples.CHECKOUT).state()),
        new Named("analysed", world(Samples.analysed()).state()),
        new Named("analysis-failed", world(Samples.failedAnalysis()).state()),
        new Named("log", crashing().log(Samples.CHECKOUT, Result.ok(Samples.log())).state()),
        new Named("log-loading", crashing().asksForTheLog().state()),
        new Named("log-forbidden", crashing().log(Samples.CHECKOUT, noLog()).state()),
        new Named("log-empty", crashing().log(Samples.CHECKOUT, Result.ok(List.of())).state()),
        new Named(
            "log-stale",
            crashing().log(Samples.CHECKOUT, Result.ok(Samples.log())).stale("prod-eu").state()),
        new Named("fleet-stale", canary().fleet().stale("prod-us").state()),
        new Named("metrics-error", World.of(canary).unread(canary.ref()).state()),
        new Named("release-down", canary().pass(Duration.ofMinutes(3)).down("prod-eu").state()),
        new Named("long-names", longNames().state()));
  }

  private static World canary() {
    return world(Samples.canary());
  }

  private static World aborted() {
    return World.of(Samples.aborted()).read(Samples.CHECKOUT, Samples.abortedReadings());
  }

  private static World world(Release release) {
    return World.of(release).read(release.ref(), Samples.readings());
  }

  private static ConsoleState lanes(Release release, double errors, Judgement judgement) {
    return World.of(release)
        .read(release.ref(), Samples.switchedReadings(errors))
        .judged(release.ref(), judgement)
        .state();
  }

  private static World crashing() {
    return World.of(Samples.crashing()).read(Samples.CHECKOUT, Samples.crashedReadings());
  }

  private static Result<List<String>> noLog() {
    String no = "User \"alice\" cannot get resource \"pods/log\" in the namespace \"shop\"";
    return Result.failed(new Failure.Forbidden("prod-eu", no));
  }

  private static World longNames() {
    return world(Samples.longNamed());
  }
}
