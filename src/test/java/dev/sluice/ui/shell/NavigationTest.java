package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Release;
import dev.sluice.state.Look;
import dev.sluice.state.Settings;
import dev.sluice.state.Whereabouts;
import dev.sluice.ui.board.BoardPage;
import dev.sluice.ui.chart.ChartBoard;
import dev.sluice.ui.clusters.ClustersPage;
import dev.sluice.ui.palette.Entry;
import dev.sluice.ui.palette.Palette;
import dev.sluice.ui.release.ReleasePage;
import dev.sluice.ui.settings.SettingsPage;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Nodes;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.verdict.EvidenceBoard;
import dev.sluice.ui.waiting.WaitingPage;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Going from page to page, by keyboard.
class NavigationTest {
  private final Release canary = Samples.canary();
  private final Gestures gestures = new Gestures();
  private final Shell shell = Fx.on(() -> new Shell(gestures, World.SIGHT, gestures));
  private final OpenStage stage = OpenStage.of(shell);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whatWaitsIsTheFirstPageAndEnterOpensTheMostUrgent() {
    show(Fleet.busy());
    assertThat(stage.all(WaitingPage.class)).hasSize(1);
    Fx.run(() -> stage.all(WaitingPage.class).getFirst().focusList());
    stage.press(KeyCode.ENTER);
    assertThat(gestures.told()).containsExactly("open ledger-api");
  }

  @Test
  void whereNotAllIsHeardNothingWaitingIsAQuestion() {
    show(World.empty("prod-eu"));
    assertThat(badges()).isEmpty();
    show(Fleet.down("prod-eu", Fleet.FORBIDDEN));
    assertThat(badges()).containsExactly("?");
    show(Fleet.busy());
    assertThat(badges()).containsExactly("4");
  }

  private List<String> badges() {
    return Fx.on(() ->
        shell.lookupAll(".badge").stream().map(Label.class::cast).map(Label::getText).toList());
  }

  @Test
  void aReleaseStaysOpenWhileOneLooksAtTheBoard() {
    show(open());
    assertThat(stage.all(ReleasePage.class)).hasSize(1);
    stage.control(KeyCode.DIGIT2);
    assertThat(stage.all(BoardPage.class)).hasSize(1);
    assertThat(gestures.told()).isEmpty();
    stage.control(KeyCode.DIGIT3);
    assertThat(stage.all(ReleasePage.class)).hasSize(1);
  }

  @Test
  void whereNoReleaseIsOpenThereIsNoSuchPage() {
    show(Fleet.busy());
    stage.control(KeyCode.DIGIT3);
    assertThat(stage.all(ReleasePage.class)).isEmpty();
    assertThat(stage.all(WaitingPage.class)).hasSize(1);
  }

  @Test
  void escapeLeadsFromTheSettingsBackToTheRelease() {
    show(open());
    stage.control(KeyCode.COMMA);
    assertThat(stage.all(SettingsPage.class)).hasSize(1);
    stage.press(KeyCode.ESCAPE);
    assertThat(stage.all(ReleasePage.class)).hasSize(1);
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void aReleaseThatIsLeftLeadsBackToTheListItWasOpenedFrom() {
    show(Fleet.busy());
    stage.control(KeyCode.DIGIT2);
    show(open());
    show(Fleet.busy());
    assertThat(stage.all(BoardPage.class)).hasSize(1);
  }

  @Test
  void theRollbackKeyCountsOnlyWhereItsButtonIsToBeSeen() {
    show(open());
    stage.control(KeyCode.DIGIT2);
    stage.control(KeyCode.BACK_SPACE);
    stage.control(KeyCode.DIGIT3);
    var button = Fx.on(() -> stage.all(ReleasePage.class).getFirst().rollback());
    assertThat(Fx.on(button::isHeld)).isFalse();
    stage.control(KeyCode.K);
    stage.control(KeyCode.BACK_SPACE);
    assertThat(Fx.on(button::isHeld)).isFalse();
  }

  @Test
  void thePaletteGoesToAReleaseByAFewLetters() {
    show(Fleet.busy());
    stage.control(KeyCode.K);
    type("ledap");
    stage.press(KeyCode.ENTER);
    assertThat(stage.all(Palette.class)).isEmpty();
    assertThat(gestures.told()).containsExactly("open ledger-api");
  }

  @Test
  void thePaletteListsPagesAsTheRailDoesAndWhatIsUrgentBeforeTheRest() {
    show(Fleet.busy());
    stage.control(KeyCode.K);
    assertThat(Fx.on(() -> list().getItems().stream().map(NavigationTest::title).toList()))
        .startsWith("Waiting", "Board", "Clusters", "Wall", "Practise", "Settings")
        .containsSubsequence("ledger-api", "checkout", "search", "payments", "cart", "service-0");
  }

  @Test
  void aClickBesideThePaletteClosesItAndTouchesNothingBehindIt() {
    show(Fleet.busy());
    stage.control(KeyCode.K);
    var scrim = Fx.on(() -> shell.lookup(".scrim"));
    assertThat(bounds(scrim).getHeight())
        .isEqualTo(Fx.on(() -> scrim.getParent().getLayoutBounds().getHeight()));
    Fx.run(() -> scrim.fireEvent(click()));
    assertThat(stage.all(Palette.class)).isEmpty();
    assertThat(Fx.on(scrim::isVisible)).isFalse();
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void onAReleaseAllIsDimmedDownToTheButtonsThatAct() {
    show(open());
    Fx.pulse();
    stage.control(KeyCode.K);
    var scrim = Fx.on(() -> shell.lookup(".scrim"));
    var charts = Fx.on(() -> shell.lookup(".scrolled-charts"));
    var bar = Fx.on(() -> shell.lookup(".actions"));
    assertThat(bounds(scrim).getMaxY()).isGreaterThanOrEqualTo(bounds(charts).getMaxY());
    assertThat(bounds(scrim).getMaxY()).isLessThanOrEqualTo(bounds(bar).getMinY());
  }

  private static String title(Object entry) {
    return ((Entry) entry).title();
  }

  private static MouseEvent click() {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  @Test
  void thePaletteOpensAVerbsPanelAndNeverFires() {
    show(open());
    stage.control(KeyCode.K);
    int entries = Fx.on(() -> list().getItems().size());
    stage.press(KeyCode.ESCAPE);
    for (int i = 0; i < entries; i++) {
      stage.control(KeyCode.K);
      for (int down = 0; down < i; down++) {
        stage.press(KeyCode.DOWN);
      }
      stage.press(KeyCode.ENTER);
      assertThat(stage.all(Palette.class)).isEmpty();
    }
    assertThat(gestures.told()).contains("arm Promote", "arm RollBack a", "arm Pause", "drill");
    assertThat(gestures.told()).noneMatch(told -> told.startsWith("fire"));
  }

  @Test
  void thePaletteChangesTheTheme() {
    show(Fleet.busy());
    stage.control(KeyCode.K);
    type("light");
    stage.press(KeyCode.ENTER);
    assertThat(gestures.settled().look()).isEqualTo(Look.LIGHT);
  }

  @Test
  void escapeClosesThePaletteAndLeavesEverythingAsItWas() {
    show(open());
    stage.control(KeyCode.K);
    type("promote");
    stage.press(KeyCode.ESCAPE);
    assertThat(stage.all(Palette.class)).isEmpty();
    assertThat(gestures.told()).isEmpty();
    assertThat(stage.all(ReleasePage.class)).hasSize(1);
  }

  @Test
  void neitherPaletteNorKeysNorProblemsCoverTheRollback() {
    show(open());
    Fx.run(() -> shell.trouble(List.of(World.UNREACHABLE, Fleet.BROKEN, Fleet.EXPIRED)));
    stage.press(KeyCode.SLASH, "?");
    stage.control(KeyCode.K);
    Fx.pulse();
    Fx.pulse();
    var rollback = bounds(Fx.on(() -> stage.all(ReleasePage.class).getFirst().rollback()));
    assertThat(rollback.getMaxY()).isLessThanOrEqualTo(stage.height());
    assertThat(bounds(stage.all(Palette.class).getFirst()).intersects(rollback)).isFalse();
    assertThat(bounds(stage.all(Help.class).getFirst()).intersects(rollback)).isFalse();
  }

  @Test
  void aChoiceInTheSettingsCountsAtOnce() {
    show(Fleet.busy());
    stage.control(KeyCode.COMMA);
    Fx.run(() ->
        stage.all(RadioButton.class).stream()
            .filter(button -> button.getText().startsWith("200"))
            .findFirst()
            .orElseThrow()
            .fire());
    assertThat(gestures.settled().textPercent()).isEqualTo(200);
  }

  @Test
  void whoHasNothingToWatchBeginsWhereItIsSaidWhy() {
    Fx.run(() -> shell.show(Fleet.nothing()));
    show(new World());
    assertThat(stage.all(ClustersPage.class)).hasSize(1);
    Fx.run(() ->
        stage.all(ButtonBase.class).stream()
            .filter(button -> button.getText().equals("Open the practice cluster"))
            .findFirst()
            .orElseThrow()
            .fire());
    assertThat(gestures.told()).containsExactly("drill");
    show(Fleet.busy());
    assertThat(stage.all(WaitingPage.class)).hasSize(1);
  }

  @Test
  void theReleaseThatWasOpenIsOpenedAgainOnceItIsSeen() {
    Fx.run(() ->
        shell.resume(
            new Whereabouts(Optional.empty(), "RELEASE", Optional.of(canary.ref()), "", "")));
    show(World.empty("prod-eu"));
    assertThat(gestures.told()).isEmpty();
    show(Fleet.busy());
    show(Fleet.busy());
    assertThat(gestures.told()).containsExactly("open checkout");
  }

  @Test
  void whoHasGoneElsewhereMeanwhileIsNotPulledBack() {
    Fx.run(() ->
        shell.resume(
            new Whereabouts(Optional.empty(), "RELEASE", Optional.of(canary.ref()), "", "")));
    stage.control(KeyCode.DIGIT2);
    show(Fleet.busy());
    assertThat(gestures.told()).isEmpty();
    assertThat(Fx.on(shell::whereabouts).page()).isEqualTo("BOARD");
  }

  @ParameterizedTest
  @EnumSource
  void everyControlOfEveryPageHasANameThatCanBeSpoken(Page page) {
    Fx.run(() -> {
      shell.show(Settings.DEFAULT);
      shell.show(Fleet.survey());
    });
    show(page == Page.RELEASE ? open() : Fleet.stale());
    Fx.run(() ->
        shell.resume(new Whereabouts(Optional.empty(), page.name(), Optional.empty(), "", "")));
    stage.control(KeyCode.K);
    Fx.pulse();
    assertThat(Fx.on(() -> Nodes.nameless(shell))).isEmpty();
  }

  @Test
  void whatLiesBehindTheVerdictComesAndGoesByKeyAndLeavesTheWayBackInItsPlace() {
    show(open().judged(canary.ref(), Judgements.safe()));
    var rollback = Fx.on(() -> stage.all(ReleasePage.class).getFirst().rollback());
    var place = bounds(rollback);
    stage.press(KeyCode.E, "e");
    assertThat(stage.all(EvidenceBoard.class)).hasSize(1);
    assertThat(stage.all(ChartBoard.class)).isEmpty();
    assertThat(bounds(rollback)).isEqualTo(place);
    stage.press(KeyCode.ESCAPE);
    assertThat(stage.all(EvidenceBoard.class)).isEmpty();
    assertThat(stage.all(ChartBoard.class)).hasSize(1);
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void theButtonBesideTheVerdictOpensAndClosesWhatLiesBehindIt() {
    show(open().judged(canary.ref(), Judgements.regressed()));
    var button =
        stage.all(ToggleButton.class).stream()
            .filter(toggle -> toggle.getText().equals("Evidence"))
            .findFirst()
            .orElseThrow();
    Fx.run(button::fire);
    assertThat(stage.all(EvidenceBoard.class)).hasSize(1);
    Fx.run(button::fire);
    assertThat(stage.all(EvidenceBoard.class)).isEmpty();
  }

  private World open() {
    return World.of(canary).read(canary.ref(), Samples.readings());
  }

  private void show(World world) {
    Fx.run(() -> shell.show(world.state()));
    Fx.pulse();
  }

  private void type(String letters) {
    Fx.run(() -> ((TextField) shell.lookup(".palette .text-field")).setText(letters));
  }

  private ListView<?> list() {
    return (ListView<?>) shell.lookup(".palette .list-view");
  }

  private static Bounds bounds(Node node) {
    return Fx.on(() -> node.localToScene(node.getBoundsInLocal()));
  }
}
