package dev.sluice.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Needs;
import dev.sluice.state.Settings;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallPageTest {
  private static final double LEGIBLE = 52;

  private final WallPage wall = Fx.on(WallPage::new);
  private final OpenStage stage =
      OpenStage.of(
          Fx.on(() -> {
            wall.setManaged(false);
            wall.resizeRelocate(0, 0, 1920, 1080);
            return new Pane(wall);
          }),
          700,
          500);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void noLetterIsSmallerThan52PixelsOnAScreenOf1080Lines() {
    show(Fleet.stale().state());
    var words = all(Labeled.class).stream().filter(label -> !label.getText().isEmpty()).toList();
    assertThat(words).hasSizeGreaterThan(15);
    assertThat(words)
        .allSatisfy(label -> assertThat(letters(label)).isGreaterThanOrEqualTo(LEGIBLE));
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "3840, 2160", "2560, 1080", "1280, 1024", "1024, 700"})
  void everyTileStandsInsideOfTheScreenWhateverItsSize(double width, double height) {
    Fx.run(() -> wall.resizeRelocate(0, 0, width, height));
    show(Fleet.busy().state());
    var screen = Fx.on(() -> wall.localToScene(wall.getLayoutBounds()));
    assertThat(all(Tile.class))
        .hasSize(6)
        .allSatisfy(tile -> {
          var bounds = Fx.on(() -> tile.localToScene(tile.getLayoutBounds()));
          assertThat(screen.contains(bounds)).as("%s in %s", bounds, screen).isTrue();
        });
  }

  @Test
  void onNineClustersNamesAsPeopleGiveThemAreReadAsAWhole() {
    show(nine("prod-eu-west-", "checkout-service"));
    assertThat(names()).hasSize(18).allMatch(name -> !name.contains("..."));
  }

  @Test
  void whatTheClustersAreForIsInTheHeadForEachOfThem() {
    show(Fleet.busy().state());
    var head = Fx.on(() -> ((Parent) wall.lookup(".tags")).getChildrenUnmodifiable());
    assertThat(head)
        .satisfiesExactly(
            gravest -> assertThat(gravest.getStyleClass()).contains("environment", "production"),
            other -> assertThat(other.getStyleClass()).contains("environment", "staging"));
  }

  @Test
  void longNamesOfReleaseAndClusterLoseTheirMiddleAndNeverAnEnd() {
    show(nine("production-europe-west-1-blue-", "checkout-and-payment-orchestration"));
    assertThat(names())
        .hasSize(18)
        .allMatch(head -> head.matches("pr.*[.]{3}.*-\\d|check.*[.]{3}.*tion"));
  }

  private List<String> names() {
    return all(Label.class).stream()
        .filter(label -> label.getText().contains("-"))
        .map(label -> Fx.on(() -> ((Text) label.lookup(".text")).getText()))
        .toList();
  }

  private static ConsoleState nine(String cluster, String name) {
    var world = World.empty(cluster + 0);
    for (int i = 0; i < 9; i++) {
      var context = cluster + i;
      var ref = new ReleaseRef(context, "shop", name);
      var canary =
          Samples.canary(ref, Samples.standardPlan(), 3, 10, "v1.8.3", "v1.9.0", Samples.ARGO);
      world.watching(context).tell(new Event.Listed(World.scope(context), List.of(canary)));
    }
    return world.state();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noSentenceOfSixTilesIsCut(boolean stale) {
    show(stale ? Fleet.stale().state() : Fleet.busy().state());
    var sentences =
        all(Label.class).stream().filter(label -> label.getStyleClass().contains("sentence"));
    assertThat(sentences)
        .hasSize(6)
        .allSatisfy(label ->
            assertThat(Fx.on(() -> ((Text) label.lookup(".text")).getText()))
                .isEqualTo(label.getText()));
  }

  @Test
  void whatIsInTroubleStaysRedWhereItIsOldAndWhatIsCalmFades() {
    show(Fleet.busy().state());
    var trouble = fill("ledger-api", ".verdict");
    var calm = fill("cart", ".name");
    show(Fleet.stale().state());
    assertThat(fill("ledger-api", ".verdict")).isEqualTo(trouble);
    assertThat(fill("cart", ".name")).isNotEqualTo(calm);
    assertThat(Fx.on(() -> ((Label) tile("ledger-api").lookup(".old")).getText()))
        .contains("stale");
  }

  private Paint fill(String release, String words) {
    return Fx.on(() -> ((Label) tile(release).lookup(words)).getTextFill());
  }

  private Tile tile(String release) {
    return all(Tile.class).stream()
        .filter(tile -> tile.getAccessibleText().contains(release))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoWaitsIsNeverCutForTheClock() {
    var world = Fleet.stale();
    show(world.state(), new AgeView(Mark.BAD, "prod-us not connected"));
    assertThat(title()).isEqualTo("5 wait, 2 in trouble");
    assertThat(Fx.on(() -> wall.lookup(".wall-clock").isVisible())).isFalse();
    show(world.state(), new AgeView(Mark.LIVE, "live"));
    assertThat(Fx.on(() -> wall.lookup(".wall-clock").isVisible())).isTrue();
  }

  private String title() {
    return Fx.on(() -> ((Text) wall.lookup(".wall-title").lookup(".text")).getText());
  }

  @Test
  void thereIsNothingToPress() {
    show(Fleet.busy().state());
    assertThat(all(Node.class)).noneMatch(Node::isFocusTraversable);
  }

  @Test
  void aSecondThatPassesMovesTheClockAndRedrawsNoTile() {
    var world = Fleet.busy();
    show(world.state());
    var before = all(Tile.class);
    show(world.pass(Duration.ofSeconds(1)).state());
    assertThat(all(Tile.class)).containsExactlyElementsOf(before);
  }

  @Test
  void everyTileIsSpokenAsAWhole() {
    show(Fleet.busy().state());
    assertThat(all(Tile.class).getFirst().getAccessibleText())
        .contains("ledger-api")
        .contains("prod-us")
        .contains("stuck");
  }

  private void show(ConsoleState state) {
    show(state, new AgeView(Mark.LIVE, "live"));
  }

  private void show(ConsoleState state, AgeView age) {
    var views = new WallViews();
    Fx.run(() ->
        wall.show(
            views.of(
                state,
                new Needs(World.SIGHT).agenda(state, Map.of()),
                Settings.DEFAULT,
                "14:32:07 UTC",
                age,
                "kept")));
    Fx.pulse();
  }

  /// The size of its letters in pixels of the scene.
  private static double letters(Labeled label) {
    return Fx.on(() -> label.getFont().getSize() * label.getLocalToSceneTransform().getMyy());
  }

  private <T extends Node> List<T> all(Class<T> type) {
    return Fx.on(() -> {
      var found = new ArrayList<T>();
      collect(wall, type, found);
      return found;
    });
  }

  private static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
    if (type.isInstance(node) && node.isVisible()) {
      found.add(type.cast(node));
    }
    if (node instanceof Parent parent && node.isVisible()) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
    }
  }
}
