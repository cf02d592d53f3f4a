package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Drilling;
import dev.sluice.state.Event;
import dev.sluice.state.Settings;
import dev.sluice.state.Survey;
import dev.sluice.state.Whereabouts;
import dev.sluice.text.Words;
import dev.sluice.ui.control.Zoom;
import dev.sluice.ui.stage.Complaints;
import dev.sluice.ui.stage.Drills;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Picture;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page of the frame in every state, drawn into `target/screens`, without one warning.
class FramePicturesTest {
  private static final Failure BROKEN_SETTINGS =
      new Failure.BadInput(
          "/home/alice/.config/sluice/settings.json", 4, 12, Words.of("settings.json"));

  static Stream<Arguments> pictures() {
    return Stream.of(waiting(), board(), clusters(), wall(), others(), practice())
        .flatMap(each -> each)
        .flatMap(shot -> Stream.of(Theme.values()).map(theme -> Arguments.of(shot, theme)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("pictures")
  void everyPageIsDrawnWithoutAWarning(Shot shot, Theme theme) {
    var gestures = new Gestures();
    var shell = Fx.on(() -> new Shell(gestures, World.SIGHT, gestures));
    try (var complaints = new Complaints()) {
      Picture.take(
          shot.name + "-" + theme.name().toLowerCase(Locale.ROOT),
          theme,
          shot.width,
          shot.height,
          1,
          () -> {
            shell.drill(shot.drilling);
            shell.show(shot.survey);
            shell.show(
                Settings.DEFAULT
                    .withContexts(List.of("prod-eu", "prod-us", "staging-eu"))
                    .withText(shot.percent));
            shell.show(shot.state);
            shell.resume(
                new Whereabouts(Optional.empty(), shot.page, Optional.empty(), "", shot.filter));
            var zoom = new Zoom(shell);
            zoom.show(shot.percent);
            return zoom;
          },
          () -> shot.then.accept(shell));
      assertThat(complaints.heard()).isEmpty();
    }
  }

  /// @param then what happens before the picture is taken
  record Shot(
      String name,
      String page,
      ConsoleState state,
      Survey survey,
      String filter,
      int width,
      int height,
      int percent,
      Consumer<Shell> then,
      Optional<Drilling> drilling) {

    @Override
    public String toString() {
      return name;
    }

    Shot size(int w, int h, int zoom) {
      return new Shot(name, page, state, survey, filter, w, h, zoom, then, drilling);
    }

    Shot after(Consumer<Shell> event) {
      return new Shot(name, page, state, survey, filter, width, height, percent, event, drilling);
    }

    Shot practising(Drilling now) {
      return new Shot(
          name, page, state, survey, filter, width, height, percent, then, Optional.of(now));
    }

    Shot filtered(String words) {
      return new Shot(name, page, state, survey, words, width, height, percent, then, drilling);
    }
  }

  private static Shot shot(String name, String page, World world) {
    return shot(name, page, world, Fleet.survey());
  }

  private static Shot shot(String name, String page, World world, Survey survey) {
    return new Shot(
        name, page, world.state(), survey, "", 1440, 900, 100, _ -> {}, Optional.empty());
  }

  private static Stream<Shot> waiting() {
    return Stream.of(
        shot("waiting", "WAITING", Fleet.busy()),
        shot("waiting-empty", "WAITING", World.empty("prod-eu")),
        shot("waiting-loading", "WAITING", Fleet.connecting()),
        shot("waiting-stale", "WAITING", Fleet.stale()),
        shot("waiting-error", "WAITING", Fleet.down("prod-us", World.UNREACHABLE)),
        shot("waiting-forbidden", "WAITING", Fleet.partlyForbidden()),
        shot("waiting-viewer", "WAITING", viewer()),
        shot("waiting-small", "WAITING", Fleet.busy()).size(1024, 700, 100),
        shot("waiting-200", "WAITING", Fleet.busy()).size(2048, 1400, 200));
  }

  private static World viewer() {
    var release = Fleet.waiting("find", "search");
    return World.empty("prod-eu")
        .tell(new Event.Listed(World.scope("prod-eu"), List.of(release)))
        .viewer(release);
  }

  private static Stream<Shot> board() {
    return Stream.of(
        shot("board", "BOARD", Fleet.busy()),
        shot(
            "board-worse",
            "BOARD",
            Fleet.busy()
                .judged(new ReleaseRef("prod-eu", "find", "search"), Judgements.regressed())),
        shot("board-thousands", "BOARD", thousands()),
        shot("board-empty", "BOARD", World.empty("staging-eu")),
        shot("board-loading", "BOARD", Fleet.connecting()),
        shot("board-stale", "BOARD", Fleet.stale()),
        shot("board-error", "BOARD", Fleet.down("prod-us", World.UNREACHABLE)),
        shot("board-forbidden", "BOARD", Fleet.down("prod-us", Fleet.FORBIDDEN)),
        shot("board-partly", "BOARD", Fleet.partlyForbidden()),
        shot("board-filtered", "BOARD", Fleet.busy()).filtered("phase:paused env:prod"),
        shot("board-nomatch", "BOARD", Fleet.busy()).filtered("ns:nowhere"),
        shot("board-long", "BOARD", longNames()).size(1024, 700, 100),
        shot("board-200", "BOARD", Fleet.busy()).size(2048, 1400, 200));
  }

  private static World thousands() {
    List<Release> releases = new ArrayList<>(List.of(Samples.aborted(), Samples.blueGreen()));
    for (int i = 0; i < 3_000; i++) {
      var ref =
          new ReleaseRef("prod-eu", List.of("shop", "core", "edge").get(i % 3), "service-" + i);
      releases.add(
          i % 97 == 3
              ? Samples.canary(
                  ref, Samples.standardPlan(), 3, 10, "v1." + i, "v2." + i, Samples.ARGO)
              : Samples.finished(ref, "v2." + i));
    }
    return World.empty("prod-eu").tell(new Event.Listed(World.scope("prod-eu"), releases));
  }

  private static World longNames() {
    Release release = Samples.longNamed();
    var context = release.ref().context();
    return World.empty(context).tell(new Event.Listed(World.scope(context), List.of(release)));
  }

  private static Stream<Shot> clusters() {
    return Stream.of(
        shot("first-run", "", new World(), Fleet.nothing()),
        shot("first-run-contexts", "", new World()),
        shot("clusters", "CLUSTERS", Fleet.stale()),
        shot("clusters-connecting", "CLUSTERS", Fleet.connecting()),
        shot("clusters-forbidden", "CLUSTERS", Fleet.down("prod-us", Fleet.FORBIDDEN)),
        shot("clusters-expired", "CLUSTERS", Fleet.down("prod-eu", Fleet.EXPIRED)),
        shot("clusters-nocrd", "CLUSTERS", Fleet.down("staging-eu", Fleet.NO_CRD)),
        shot("clusters-broken", "CLUSTERS", Fleet.down("lab", Fleet.BROKEN)),
        shot("clusters-small", "CLUSTERS", Fleet.stale()).size(1024, 700, 100),
        shot("clusters-200", "CLUSTERS", Fleet.stale()).size(2048, 1400, 200));
  }

  private static Stream<Shot> wall() {
    var back = World.of(Samples.canary()).read(Samples.CHECKOUT, Samples.readings()).fleet();
    return Stream.of(
            shot("wall", "WALL", Fleet.busy()),
            shot("wall-nine", "WALL", thousands()),
            shot("wall-few", "WALL", back.goesBackTogether(Samples.CHECKOUT)),
            shot("wall-calm", "WALL", World.empty("prod-eu")),
            shot("wall-loading", "WALL", Fleet.connecting()),
            shot("wall-stale", "WALL", Fleet.stale()),
            shot("wall-error", "WALL", Fleet.down("prod-us", World.UNREACHABLE)),
            shot("wall-forbidden", "WALL", Fleet.partlyForbidden()))
        .map(each -> each.size(1920, 1080, 100));
  }

  private static Stream<Shot> practice() {
    var drill = World.empty("drill");
    return Stream.of(
        shot("practise", "DRILL", Fleet.busy()),
        shot("practise-briefing", "DRILL", drill).practising(Drills.running()),
        shot("practise-well", "DRILL", drill).practising(Drills.well()),
        shot("practise-badly", "DRILL", drill).practising(Drills.badly()),
        shot("practise-200", "DRILL", drill).practising(Drills.well()).size(2048, 1400, 200));
  }

  private static Stream<Shot> others() {
    var open = World.of(Samples.canary()).read(Samples.CHECKOUT, Samples.readings());
    return Stream.of(
        shot("settings", "SETTINGS", Fleet.busy()),
        shot("settings-broken", "SETTINGS", Fleet.busy())
            .after(shell -> shell.trouble(List.of(BROKEN_SETTINGS))),
        shot("settings-200", "SETTINGS", Fleet.busy()).size(2048, 1400, 200),
        shot("palette", "BOARD", Fleet.busy()).after(shell -> press(shell, KeyCode.K, "", true)),
        shot("palette-nothing", "BOARD", Fleet.busy())
            .after(shell -> {
              press(shell, KeyCode.K, "", true);
              ((TextField) shell.lookup(".palette .text-field")).setText("zzz");
            }),
        shot("palette-release", "", open).after(shell -> press(shell, KeyCode.K, "", true)),
        shot("keys", "BOARD", Fleet.busy()).after(shell -> press(shell, KeyCode.SLASH, "?", false)),
        shot("keys-small", "", open)
            .size(1024, 700, 100)
            .after(shell -> press(shell, KeyCode.SLASH, "?", false)),
        shot("release-125", "", open).size(1440, 900, 125),
        shot("release-150", "", open).size(1920, 1080, 150),
        shot("release-200", "", open).size(2048, 1400, 200),
        shot("release-troubled", "", open)
            .size(1024, 700, 100)
            .after(shell -> shell.trouble(List.of(BROKEN_SETTINGS, World.UNREACHABLE))));
  }

  private static void press(Shell shell, KeyCode code, String text, boolean control) {
    shell.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, control, false, false));
    assertThat(shell.lookup(control ? ".palette" : ".help")).as("what the key opens").isNotNull();
  }
}
