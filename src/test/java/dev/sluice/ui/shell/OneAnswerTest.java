package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.NeedList;
import dev.sluice.state.Settings;
import dev.sluice.state.Times;
import dev.sluice.ui.board.BoardPage;
import dev.sluice.ui.board.BoardRow;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.TimeWords;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.waiting.WaitingView;
import dev.sluice.ui.waiting.WaitingViews;
import dev.sluice.ui.wall.TileView;
import dev.sluice.ui.wall.WallView;
import dev.sluice.ui.wall.WallViews;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Board, waiting list and wall are three looks at one thing: they mark, order and count alike.
class OneAnswerTest {

  record Fixture(String name, ConsoleState state) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fixture> fixtures() {
    Release canary = Samples.canary();
    return Stream.of(
        of("busy", Fleet.busy()),
        of("stale", Fleet.stale()),
        of("partly forbidden", Fleet.partlyForbidden()),
        of("nothing", World.empty("prod-eu")),
        of("canary", World.of(canary)),
        of("measured", World.of(canary).read(canary.ref(), Samples.readings())),
        of("worse", World.of(canary).judged(canary.ref(), Judgements.regressed())),
        of("over its limit", World.of(canary).read(canary.ref(), Samples.readings(0.0048, 0.2))),
        of("a pause too long", World.of(canary).pass(Duration.ofHours(1))),
        of("aborted", World.of(Samples.aborted())),
        of("aborting", World.of(Samples.aborting())),
        of("paused by hand", World.of(Samples.pausedByHand())),
        of("blue-green", World.of(Samples.blueGreen())),
        of("switched", World.of(Samples.switched())),
        of("switched back", World.of(Samples.switchedBack())),
        of("analysed", World.of(Samples.analysed())),
        of("crashing", World.of(Samples.crashing())),
        of("long names", World.of(Samples.longNamed())),
        of("several clusters", World.of(canary).fleet()),
        of("going back", World.of(canary).fleet().goesBackTogether(canary.ref())),
        of("rolling back", rollingBack()),
        of("no effect", rollingBack().accepts().pass(Duration.ofMinutes(10))),
        of("not done", refused()),
        of("not done, long ago", refused().pass(Duration.ofMinutes(6))));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void eachReleaseIsMarkedAlikeWhereverItStands(Fixture fixture) {
    var board = rows(fixture.state);
    var waiting = new LinkedHashMap<ReleaseRef, Mark>();
    var page = waiting(fixture.state);
    page.waits().forEach(wait -> waiting.put(wait.ref(), wait.mark()));
    page.ways().forEach(way -> waiting.put(way.ref(), way.mark()));
    assertThat(waiting.entrySet())
        .allSatisfy(each -> assertThat(board).containsEntry(each.getKey(), each.getValue()));
    assertThat(wall(fixture.state).tiles())
        .allSatisfy(tile -> assertThat(board).containsEntry(tile.ref(), tile.mark()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void theOrderIsTheSame(Fixture fixture) {
    var waits = waiting(fixture.state).waits().stream().map(wait -> wait.ref()).toList();
    assertThat(rows(fixture.state).keySet().stream().limit(waits.size())).isEqualTo(waits);
    assertThat(wall(fixture.state).tiles().stream().map(TileView::ref).limit(waits.size()))
        .isEqualTo(waits);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void theCountsAreTheSame(Fixture fixture) {
    var page = waiting(fixture.state);
    String board = said(fixture.state);
    String wall = wall(fixture.state).title();
    assertThat(board).contains(wall);
    if (!page.waits().isEmpty()) {
      assertThat(wall).startsWith(page.summary().split(";", -1)[0]);
    }
    long red = rows(fixture.state).values().stream().filter(Mark.BAD::equals).count();
    assertThat(agenda(fixture.state).wrong()).isEqualTo(red);
    assertThat(wall.contains("in trouble")).isEqualTo(red > 0);
  }

  private static Fixture of(String name, World world) {
    return new Fixture(name, world.state());
  }

  private static World rollingBack() {
    var canary = Samples.canary();
    var world = World.of(canary).judged(canary.ref(), Judgements.regressed());
    var back = world.view(canary.ref()).bar().rollback().action();
    return world.tell(new Event.Fire(canary.ref(), back, Facts.of(canary), Optional.empty()));
  }

  private static World refused() {
    var world = rollingBack().judged(Samples.CHECKOUT, Judgements.safe());
    long id = world.state().pursuit(Samples.CHECKOUT).orElseThrow().errand().id();
    return world.tell(
        new Event.Replied(id, Result.failed(new Failure.Forbidden("prod-eu", "cannot patch"))));
  }

  private static Agenda agenda(ConsoleState state) {
    return new NeedList(World.SIGHT).of(state, Map.of());
  }

  private static WaitingView waiting(ConsoleState state) {
    var times = TimeWords.of(Times.DEFAULT, ZoneId.of("UTC"));
    return new WaitingViews().of(state, agenda(state), Settings.DEFAULT, times);
  }

  private static WallView wall(ConsoleState state) {
    var age = new AgeView(Mark.LIVE, "live");
    return new WallViews().of(state, agenda(state), Settings.DEFAULT, "14:32:07 UTC", age, "");
  }

  private static Map<ReleaseRef, Mark> rows(ConsoleState state) {
    return Fx.on(() -> {
      var marks = new LinkedHashMap<ReleaseRef, Mark>();
      var page = board(state);
      var table = (TableView<?>) page.getChildren().getLast();
      table.getItems().stream()
          .map(BoardRow.class::cast)
          .forEach(row -> marks.put(row.ref(), row.mark()));
      return marks;
    });
  }

  private static String said(ConsoleState state) {
    return Fx.on(() ->
        board(state).lookupAll(".label").stream()
            .map(Label.class::cast)
            .map(Label::getText)
            .filter(text -> text.contains("under way"))
            .findFirst()
            .orElse(""));
  }

  private static BoardPage board(ConsoleState state) {
    var page = new BoardPage(_ -> {}, () -> {});
    page.show(state, agenda(state), Settings.DEFAULT);
    return page;
  }
}
