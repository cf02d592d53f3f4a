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
import dev.sluice.ui.stage.Nodes;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShellTest {
  private final Release canary = Samples.canary();
  private final Gestures gestures = new Gestures();
  private final Shell shell = Fx.on(() -> new Shell(gestures, World.SIGHT, gestures));
  private final OpenStage stage = OpenStage.of(shell);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theBoardIsThereUntilAReleaseIsOpen() {
    showBoard();
    assertThat(stage.all(BoardPage.class)).hasSize(1);
    show(open().state());
    assertThat(stage.all(ReleasePage.class)).hasSize(1);
    assertThat(stage.all(BoardPage.class)).isEmpty();
  }

  @Test
  void enterOpensTheSelectedRelease() {
    showBoard();
    Fx.run(() -> stage.all(BoardPage.class).getFirst().focusTable());
    stage.press(KeyCode.ENTER);
    assertThat(gestures.told()).containsExactly("open checkout");
  }

  @Test
  void theSlashMovesToTheFilterAndTheFilterNarrows() {
    showBoard();
    stage.press(KeyCode.SLASH, "/");
    var filter = stage.all(TextField.class).getFirst();
    assertThat(Fx.on(filter::isFocused)).isTrue();
    Fx.run(() -> filter.setText("nothing like it"));
    assertThat(Fx.on(() -> stage.all(TableView.class).getFirst().getItems().size())).isZero();
    stage.press(KeyCode.ESCAPE);
    assertThat(Fx.on(() -> stage.all(TableView.class).getFirst().getItems().size())).isEqualTo(1);
  }

  @Test
  void escapeLeadsBackToTheBoard() {
    show(open().state());
    stage.press(KeyCode.ESCAPE);
    assertThat(gestures.told()).containsExactly("back");
  }

  @Test
  void theQuestionMarkShowsTheKeysAndEscapeTakesThemAway() {
    show(open().state());
    stage.press(KeyCode.SLASH, "?");
    assertThat(stage.all(Help.class)).hasSize(1);
    stage.press(KeyCode.ESCAPE);
    assertThat(stage.all(Help.class)).isEmpty();
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void aKeyShowsThePlanOfEachVerbAndSendsNothing() {
    show(open().state());
    stage.control(KeyCode.ENTER);
    stage.controlShift(KeyCode.ENTER);
    stage.control(KeyCode.S);
    stage.controlShift(KeyCode.S);
    stage.control(KeyCode.R);
    assertThat(gestures.told())
        .containsExactly(
            "arm Promote", "arm PromoteFully", "arm Pause", "arm Abort", "arm Restart");
  }

  @Test
  void theKeysOfVerbsDoNothingWhereNoReleaseIsOpen() {
    showBoard();
    stage.controlShift(KeyCode.S);
    stage.control(KeyCode.R);
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void controlBackspaceHeldRollsBackOnceHoweverOftenTheKeyRepeats() {
    show(open().state());
    long begin = System.nanoTime();
    until(() -> {
      stage.control(KeyEvent.KEY_PRESSED, KeyCode.BACK_SPACE);
      return !gestures.told().isEmpty();
    });
    for (int i = 0; i < 10; i++) {
      stage.control(KeyEvent.KEY_PRESSED, KeyCode.BACK_SPACE);
      Fx.pulse();
    }
    stage.control(KeyEvent.KEY_RELEASED, KeyCode.BACK_SPACE);
    assertThat(gestures.told()).containsExactly("fire RollBack a");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(600));
  }

  @Test
  void theRollbackIsHeldByItsKeysAlsoWhileNothingHasTheFocus() {
    show(open().state());
    until(() -> {
      stage.controlWithoutFocus(KeyEvent.KEY_PRESSED, KeyCode.BACK_SPACE);
      return !gestures.told().isEmpty();
    });
    stage.controlWithoutFocus(KeyEvent.KEY_RELEASED, KeyCode.BACK_SPACE);
    assertThat(gestures.told()).containsExactly("fire RollBack a");
  }

  @Test
  void holdingTakesEveryClusterBackOnceAndLettingGoEarlyNone() {
    show(open().fleet().state());
    var together =
        stage.all(HoldButton.class).stream()
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
    stage.control(KeyEvent.KEY_PRESSED, KeyCode.BACK_SPACE);
    stage.control(KeyEvent.KEY_RELEASED, KeyCode.BACK_SPACE);
    Fx.pulse();
    assertThat(gestures.told()).isEmpty();
    assertThat(Fx.on(() -> stage.all(HoldButton.class).stream().anyMatch(HoldButton::isHeld)))
        .isFalse();
  }

  @Test
  void anArmedActionOpensItsPanelAndEscapeDisarms() {
    show(open().arm(canary, new Action.Promote()).state());
    assertThat(stage.all(PlanPanel.class)).hasSize(1);
    stage.press(KeyCode.ESCAPE);
    assertThat(stage.all(PlanPanel.class)).isEmpty();
    assertThat(gestures.told()).containsExactly("disarm");
  }

  @Test
  void whenTheArmingEndsThePanelStaysAndCannotBeHeld() {
    var world = open().arm(canary, new Action.Promote());
    show(world.state());
    show(world.pass(Duration.ofSeconds(11)).state());
    var panel = stage.all(PlanPanel.class).getFirst();
    assertThat(Fx.on(() -> panel.button().orElseThrow().isLocked())).isTrue();
  }

  @Test
  void aFailingPodsLogIsReadByKeyboardAndEscapeClosesIt() {
    show(open().state());
    Fx.run(() -> log().requestFocus());
    stage.press(KeyCode.SPACE, " ");
    stage.release(KeyCode.SPACE, " ");
    assertThat(gestures.told()).containsExactly("log checkout-b-x7k2p before");
    show(open().log(canary.ref(), Result.ok(List.of("last words"))).state());
    assertThat(stage.all(TextArea.class)).anyMatch(area -> area.getText().equals("last words"));
    stage.press(KeyCode.ESCAPE);
    assertThat(gestures.told()).contains("close log");
    show(open().state());
    assertThat(stage.all(TextArea.class)).noneMatch(area -> area.getText().equals("last words"));
  }

  private Button log() {
    return stage.all(Button.class).stream()
        .filter(button -> button.getText().equals("Log"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLinkIsOpenedByAClickAndShowsWhereItLeads() {
    show(open().state());
    var link = stage.all(Hyperlink.class).getFirst();
    assertThat(gestures.told()).isEmpty();
    Fx.run(link::fire);
    assertThat(gestures.told()).containsExactly("browse https://wiki.example/runbooks/checkout");
    assertThat(link.getAccessibleText()).contains("https://wiki.example/runbooks/checkout");
  }

  @Test
  void aReleaseThatIsGoneIsSaidInWords() {
    var world = open();
    show(world.tell(new Event.Gone(canary.ref())).state());
    assertThat(stage.all(ReleasePage.class)).isEmpty();
    stage.press(KeyCode.ESCAPE);
    assertThat(gestures.told()).containsExactly("back");
  }

  @Test
  void everyControlHasANameThatCanBeSpoken() {
    show(open().arm(canary, new Action.Promote()).state());
    assertThat(Fx.on(() -> Nodes.nameless(shell))).isEmpty();
  }

  @Test
  void problemsPushThePageDownAndCoverNothing() {
    show(open().state());
    double before = Fx.on(() -> stage.all(ReleasePage.class).getFirst().getHeight());
    show(open().tell(new Event.Troubled(World.UNREACHABLE)).state());
    Fx.pulse();
    Fx.pulse();
    assertThat(Fx.on(() -> stage.all(ReleasePage.class).getFirst().getHeight())).isLessThan(before);
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
    stage.control(KeyCode.DIGIT2);
  }

  private static void until(BooleanSupplier done) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Fx.pulse();
    }
  }
}
