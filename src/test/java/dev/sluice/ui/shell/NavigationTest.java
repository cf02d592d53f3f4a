package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Release;
import dev.sluice.state.Look;
import dev.sluice.state.Settings;
import dev.sluice.state.Whereabouts;
import dev.sluice.ui.board.BoardPage;
import dev.sluice.ui.chart.ChartBoard;
import dev.sluice.ui.clusters.ClustersPage;
import dev.sluice.ui.palette.Palette;
import dev.sluice.ui.release.ReleasePage;
import dev.sluice.ui.settings.SettingsPage;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import dev.sluice.ui.verdict.EvidenceBoard;
import dev.sluice.ui.waiting.WaitingPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Going from page to page, by keyboard.
class NavigationTest {
  private final Release canary = Samples.canary();
  private final Gestures gestures = new Gestures();
  private final Shell shell = Fx.on(() -> new Shell(gestures, World.SIGHT, gestures));
  private final Stage stage =
      Fx.on(() -> {
        var window = new Stage();
        window.setScene(new Scene(shell, 980, 700));
        Theme.DARK.dress(window.getScene());
        window.show();
        return window;
      });

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  @Test
  void whatWaitsIsTheFirstPageAndEnterOpensTheMostUrgent() {
    show(Fleet.busy());
    assertThat(all(WaitingPage.class)).hasSize(1);
    Fx.run(() -> all(WaitingPage.class).getFirst().focusList());
    press(KeyCode.ENTER, "", false);
    assertThat(gestures.told()).containsExactly("open ledger-api");
  }

  @Test
  void aReleaseStaysOpenWhileOneLooksAtTheBoard() {
    show(open());
    assertThat(all(ReleasePage.class)).hasSize(1);
    press(KeyCode.DIGIT2, "", true);
    assertThat(all(BoardPage.class)).hasSize(1);
    assertThat(gestures.told()).isEmpty();
    press(KeyCode.DIGIT3, "", true);
    assertThat(all(ReleasePage.class)).hasSize(1);
  }

  @Test
  void whereNoReleaseIsOpenThereIsNoSuchPage() {
    show(Fleet.busy());
    press(KeyCode.DIGIT3, "", true);
    assertThat(all(ReleasePage.class)).isEmpty();
    assertThat(all(WaitingPage.class)).hasSize(1);
  }

  @Test
  void escapeLeadsFromTheSettingsBackToTheRelease() {
    show(open());
    press(KeyCode.COMMA, ",", true);
    assertThat(all(SettingsPage.class)).hasSize(1);
    press(KeyCode.ESCAPE, "", false);
    assertThat(all(ReleasePage.class)).hasSize(1);
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void aReleaseThatIsLeftLeadsBackToTheListItWasOpenedFrom() {
    show(Fleet.busy());
    press(KeyCode.DIGIT2, "", true);
    show(open());
    show(Fleet.busy());
    assertThat(all(BoardPage.class)).hasSize(1);
  }

  @Test
  void theRollbackKeyCountsOnlyWhereItsButtonIsToBeSeen() {
    show(open());
    press(KeyCode.DIGIT2, "", true);
    press(KeyCode.BACK_SPACE, "", true);
    press(KeyCode.DIGIT3, "", true);
    var button = Fx.on(() -> all(ReleasePage.class).getFirst().rollback());
    assertThat(Fx.on(button::isHeld)).isFalse();
    press(KeyCode.K, "", true);
    press(KeyCode.BACK_SPACE, "", true);
    assertThat(Fx.on(button::isHeld)).isFalse();
  }

  @Test
  void thePaletteGoesToAReleaseByAFewLetters() {
    show(Fleet.busy());
    press(KeyCode.K, "", true);
    type("ledap");
    press(KeyCode.ENTER, "", false);
    assertThat(all(Palette.class)).isEmpty();
    assertThat(gestures.told()).containsExactly("open ledger-api");
  }

  @Test
  void thePaletteOpensAVerbsPanelAndNeverFires() {
    show(open());
    press(KeyCode.K, "", true);
    int entries = Fx.on(() -> list().getItems().size());
    press(KeyCode.ESCAPE, "", false);
    for (int i = 0; i < entries; i++) {
      press(KeyCode.K, "", true);
      for (int down = 0; down < i; down++) {
        press(KeyCode.DOWN, "", false);
      }
      press(KeyCode.ENTER, "", false);
      assertThat(all(Palette.class)).isEmpty();
    }
    assertThat(gestures.told()).contains("arm Promote", "arm RollBack a", "arm Pause", "drill");
    assertThat(gestures.told()).noneMatch(told -> told.startsWith("fire"));
  }

  @Test
  void thePaletteChangesTheTheme() {
    show(Fleet.busy());
    press(KeyCode.K, "", true);
    type("light");
    press(KeyCode.ENTER, "", false);
    assertThat(gestures.settled().look()).isEqualTo(Look.LIGHT);
  }

  @Test
  void escapeClosesThePaletteAndLeavesEverythingAsItWas() {
    show(open());
    press(KeyCode.K, "", true);
    type("promote");
    press(KeyCode.ESCAPE, "", false);
    assertThat(all(Palette.class)).isEmpty();
    assertThat(gestures.told()).isEmpty();
    assertThat(all(ReleasePage.class)).hasSize(1);
  }

  @Test
  void neitherPaletteNorKeysNorProblemsCoverTheRollback() {
    show(open());
    Fx.run(() -> shell.trouble(List.of(World.UNREACHABLE, Fleet.BROKEN, Fleet.EXPIRED)));
    press(KeyCode.SLASH, "?", false);
    press(KeyCode.K, "", true);
    Fx.pulse();
    Fx.pulse();
    var rollback = bounds(Fx.on(() -> all(ReleasePage.class).getFirst().rollback()));
    assertThat(rollback.getMaxY()).isLessThanOrEqualTo(Fx.on(() -> stage.getScene().getHeight()));
    assertThat(bounds(all(Palette.class).getFirst()).intersects(rollback)).isFalse();
    assertThat(bounds(all(Help.class).getFirst()).intersects(rollback)).isFalse();
  }

  @Test
  void aChoiceInTheSettingsCountsAtOnce() {
    show(Fleet.busy());
    press(KeyCode.COMMA, ",", true);
    Fx.run(() ->
        all(RadioButton.class).stream()
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
    assertThat(all(ClustersPage.class)).hasSize(1);
    Fx.run(() ->
        all(ButtonBase.class).stream()
            .filter(button -> button.getText().equals("Open the practice cluster"))
            .findFirst()
            .orElseThrow()
            .fire());
    assertThat(gestures.told()).containsExactly("drill");
    show(Fleet.busy());
    assertThat(all(WaitingPage.class)).hasSize(1);
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
    press(KeyCode.DIGIT2, "", true);
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
    press(KeyCode.K, "", true);
    Fx.pulse();
    var nameless =
        Fx.on(() ->
            nodes(shell).stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible())
                .filter(node -> spoken(node).isBlank())
                .toList());
    assertThat(nameless).isEmpty();
  }

  @Test
  void whatLiesBehindTheVerdictComesAndGoesByKeyAndLeavesTheWayBackInItsPlace() {
    show(open().judged(canary.ref(), Judgements.safe()));
    var rollback = Fx.on(() -> all(ReleasePage.class).getFirst().rollback());
    var place = bounds(rollback);
    press(KeyCode.E, "e", false);
    assertThat(all(EvidenceBoard.class)).hasSize(1);
    assertThat(all(ChartBoard.class)).isEmpty();
    assertThat(bounds(rollback)).isEqualTo(place);
    press(KeyCode.ESCAPE, "", false);
    assertThat(all(EvidenceBoard.class)).isEmpty();
    assertThat(all(ChartBoard.class)).hasSize(1);
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void theButtonBesideTheVerdictOpensAndClosesWhatLiesBehindIt() {
    show(open().judged(canary.ref(), Judgements.regressed()));
    var button =
        all(ToggleButton.class).stream()
            .filter(toggle -> toggle.getText().equals("Evidence"))
            .findFirst()
            .orElseThrow();
    Fx.run(button::fire);
    assertThat(all(EvidenceBoard.class)).hasSize(1);
    Fx.run(button::fire);
    assertThat(all(EvidenceBoard.class)).isEmpty();
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

  private void press(KeyCode code, String text, boolean control) {
    Fx.run(() -> {
      Node target = stage.getScene().getFocusOwner();
      (target == null ? shell : target)
          .fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, control, false, false));
    });
    Fx.pulse();
  }

  private static Bounds bounds(Node node) {
    return Fx.on(() -> node.localToScene(node.getBoundsInLocal()));
  }

  private <T extends Node> List<T> all(Class<T> type) {
    return Fx.on(() -> nodes(shell).stream().filter(type::isInstance).map(type::cast).toList());
  }

  private static List<Node> nodes(Parent parent) {
    List<Node> nodes = new ArrayList<>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      nodes.add(child);
      if (child instanceof Parent inner) {
        nodes.addAll(nodes(inner));
      }
    }
    return nodes;
  }

  private static String spoken(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    return node instanceof Labeled labeled ? labeled.getText() : "";
  }
}
