package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.ui.board.BoardPage;
import dev.sluice.ui.control.HoldButton;
import dev.sluice.ui.control.PlanPanel;
import dev.sluice.ui.release.ReleasePage;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShellTest {
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
  void theBoardIsThereUntilAReleaseIsOpen() {
    showBoard();
    assertThat(all(BoardPage.class)).hasSize(1);
    show(open().state());
    assertThat(all(ReleasePage.class)).hasSize(1);
    assertThat(all(BoardPage.class)).isEmpty();
  }

  @Test
  void enterOpensTheSelectedRelease() {
    showBoard();
    Fx.run(() -> all(BoardPage.class).getFirst().focusTable());
    press(KeyCode.ENTER, "");
    assertThat(gestures.told()).containsExactly("open checkout");
  }

  @Test
  void theSlashMovesToTheFilterAndTheFilterNarrows() {
    showBoard();
    press(KeyCode.SLASH, "/");
    var filter = all(TextField.class).getFirst();
    assertThat(Fx.on(filter::isFocused)).isTrue();
    Fx.run(() -> filter.setText("nothing like it"));
    assertThat(Fx.on(() -> all(TableView.class).getFirst().getItems().size())).isZero();
    press(KeyCode.ESCAPE, "");
    assertThat(Fx.on(() -> all(TableView.class).getFirst().getItems().size())).isEqualTo(1);
  }

  @Test
  void escapeLeadsBackToTheBoard() {
    show(open().state());
    press(KeyCode.ESCAPE, "");
    assertThat(gestures.told()).containsExactly("back");
  }

  @Test
  void theQuestionMarkShowsTheKeysAndEscapeTakesThemAway() {
    show(open().state());
    press(KeyCode.SLASH, "?");
    assertThat(all(Help.class)).hasSize(1);
    press(KeyCode.ESCAPE, "");
    assertThat(all(Help.class)).isEmpty();
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void aKeyShowsThePlanOfEachVerbAndSendsNothing() {
    show(open().state());
    plan(KeyCode.ENTER, false);
    plan(KeyCode.ENTER, true);
    plan(KeyCode.S, false);
    plan(KeyCode.S, true);
    plan(KeyCode.R, false);
    assertThat(gestures.told())
        .containsExactly(
            "arm Promote", "arm PromoteFully", "arm Pause", "arm Abort", "arm Restart");
  }

  @Test
  void theKeysOfVerbsDoNothingWhereNoReleaseIsOpen() {
    showBoard();
    plan(KeyCode.S, true);
    plan(KeyCode.R, false);
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void controlBackspaceHeldRollsBackOnceHoweverOftenTheKeyRepeats() {
    show(open().state());
    long begin = System.nanoTime();
    until(() -> {
      rollbackKey(KeyEvent.KEY_PRESSED);
      return !gestures.told().isEmpty();
    });
    for (int i = 0; i < 10; i++) {
      rollbackKey(KeyEvent.KEY_PRESSED);
      Fx.pulse();
    }
    rollbackKey(KeyEvent.KEY_RELEASED);
    assertThat(gestures.told()).containsExactly("fire RollBack a");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(600));
  }

  @Test
  void theRollbackIsHeldByItsKeysAlsoWhileNothingHasTheFocus() {
    show(open().state());
    until(() -> {
      keyToTheScene(KeyEvent.KEY_PRESSED);
      return !gestures.told().isEmpty();
    });
    keyToTheScene(KeyEvent.KEY_RELEASED);
    assertThat(gestures.told()).containsExactly("fire RollBack a");
  }

  @Test
  void holdingTakesEveryClusterBackOnceAndLettingGoEarlyNone() {
    show(open().fleet().state());
    var together =
        all(HoldButton.class).stream()
            .filter(button -> button.getAccessibleText().startsWith("Roll back in 3 clusters"))
            .findFirst()
            .orElseThrow();
    Fx.run(together::press);
    Fx.run(together::release);
    assertThat(gestures.told()).isEmpty();
    until(() -> {
      Fx.run(together::press);
      return !gestures.told().isEmpty();
    });
    Fx.run(together::release);
    assertThat(gestures.told())
        .containsExactly("together prod-asia RollBack a, prod-eu RollBack a, prod-us RollBack a");
  }

  @Test
  void controlBackspaceLetGoEarlyDoesNothing() {
    show(open().state());
    rollbackKey(KeyEvent.KEY_PRESSED);
    rollbackKey(KeyEvent.KEY_RELEASED);
    Fx.pulse();
    assertThat(gestures.told()).isEmpty();
    assertThat(Fx.on(() -> all(HoldButton.class).stream().anyMatch(HoldButton::isHeld))).isFalse();
  }

  @Test
  void anArmedActionOpensItsPanelAndEscapeDisarms() {
    show(open().arm(canary, new Action.Promote()).state());
    assertThat(all(PlanPanel.class)).hasSize(1);
    press(KeyCode.ESCAPE, "");
    assertThat(all(PlanPanel.class)).isEmpty();
    assertThat(gestures.told()).containsExactly("disarm");
  }

  @Test
  void whenTheArmingEndsThePanelStaysAndCannotBeHeld() {
    var world = open().arm(canary, new Action.Promote());
    show(world.state());
    show(world.pass(Duration.ofSeconds(11)).state());
    var panel = all(PlanPanel.class).getFirst();
    assertThat(Fx.on(() -> panel.button().orElseThrow().isLocked())).isTrue();
  }

  @Test
  void aFailingPodsLogIsReadByKeyboardAndEscapeClosesIt() {
    show(open().state());
    Fx.run(() -> log().requestFocus());
    press(KeyCode.SPACE, " ");
    Fx.run(() -> key(log(), KeyEvent.KEY_RELEASED, KeyCode.SPACE, " ", false));
    assertThat(gestures.told()).containsExactly("log checkout-b-x7k2p before");
    show(open().log(canary.ref(), Result.ok(List.of("last words"))).state());
    assertThat(all(TextArea.class)).anyMatch(area -> area.getText().equals("last words"));
    press(KeyCode.ESCAPE, "");
    assertThat(gestures.told()).contains("close log");
    show(open().state());
    assertThat(all(TextArea.class)).noneMatch(area -> area.getText().equals("last words"));
  }

  private Button log() {
    return all(Button.class).stream()
        .filter(button -> button.getText().equals("Log"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLinkIsOpenedByAClickAndShowsWhereItLeads() {
    show(open().state());
    var link = all(Hyperlink.class).getFirst();
    assertThat(gestures.told()).isEmpty();
    Fx.run(link::fire);
    assertThat(gestures.told()).containsExactly("browse https://wiki.example/runbooks/checkout");
    assertThat(link.getAccessibleText()).contains("https://wiki.example/runbooks/checkout");
  }

  @Test
  void aReleaseThatIsGoneIsSaidInWords() {
    var world = open();
    show(world.tell(new Event.Gone(canary.ref())).state());
    assertThat(all(ReleasePage.class)).isEmpty();
    press(KeyCode.ESCAPE, "");
    assertThat(gestures.told()).containsExactly("back");
  }

  @Test
  void everyControlHasANameThatCanBeSpoken() {
    show(open().arm(canary, new Action.Promote()).state());
    List<Node> nameless =
        Fx.on(() ->
            nodes(shell).stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible())
                .filter(node -> spoken(node).isBlank())
                .toList());
    assertThat(nameless).isEmpty();
  }

  @Test
  void problemsPushThePageDownAndCoverNothing() {
    show(open().state());
    double before = Fx.on(() -> all(ReleasePage.class).getFirst().getHeight());
    show(open().tell(new Event.Troubled(World.UNREACHABLE)).state());
    Fx.pulse();
    Fx.pulse();
    assertThat(Fx.on(() -> all(ReleasePage.class).getFirst().getHeight())).isLessThan(before);
  }

  private World open() {
    return World.of(canary).read(canary.ref(), Samples.readings());
  }

  private ConsoleState board() {
    return World.empty("prod-eu")
        .tell(new Event.Listed(World.scope("prod-eu"), List.of(canary)))
        .state();
  }

  private void show(ConsoleState state) {
    Fx.run(() -> shell.show(state));
    Fx.pulse();
  }

  private void showBoard() {
    show(board());
    control(KeyCode.DIGIT2);
  }

  private void control(KeyCode code) {
    Fx.run(() -> key(shell, KeyEvent.KEY_PRESSED, code, "", true));
    Fx.pulse();
  }

  private void plan(KeyCode code, boolean shift) {
    Fx.run(() -> {
      var pressed = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false);
      shell.fireEvent(pressed);
    });
    Fx.pulse();
  }

  private void press(KeyCode code, String text) {
    Fx.run(() -> {
      Node target = stage.getScene().getFocusOwner();
      key(target == null ? shell : target, KeyEvent.KEY_PRESSED, code, text, false);
    });
  }

  private void rollbackKey(EventType<KeyEvent> type) {
    Fx.run(() -> key(shell, type, KeyCode.BACK_SPACE, "", true));
  }

  /// Where the toolkit sends keys that no node has the focus for.
  private void keyToTheScene(EventType<KeyEvent> type) {
    var key = new KeyEvent(type, "", "", KeyCode.BACK_SPACE, false, true, false, false);
    Fx.run(() -> javafx.event.Event.fireEvent(stage.getScene(), key));
  }

  private static void key(
      Node target, EventType<KeyEvent> type, KeyCode code, String text, boolean control) {
    target.fireEvent(new KeyEvent(type, text, text, code, false, control, false, false));
  }

  private static void until(BooleanSupplier done) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Fx.pulse();
    }
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
    return node instanceof ButtonBase button ? button.getText() : "";
  }
}
