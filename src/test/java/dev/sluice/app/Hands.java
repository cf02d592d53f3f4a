package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.board.BoardPage;
import dev.sluice.ui.board.BoardRow;
import dev.sluice.ui.control.HoldButton;
import dev.sluice.ui.control.PlanPanel;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Nodes;
import dev.sluice.ui.stage.Picture;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A person at the window: looks for words, presses keys and buttons, and waits until something is
/// to be seen.
record Hands(Scene scene) {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(25);

  /// Waits until words that contain `text` are on the screen.
  void sees(String text) {
    waitUntil("“" + text + "” is to be seen", () -> Fx.on(() -> shows(text)));
  }

  /// Opens that release from the board by the keyboard.
  void open(String release) {
    waitUntil(release + " is on the board", () -> Fx.on(() -> select(release)));
    Fx.run(() -> all(TableView.class).findFirst().orElseThrow().fireEvent(key(KeyCode.ENTER)));
  }

  /// Presses the button with that label once it is not locked.
  void click(String label) {
    waitUntil(
        label + " can be pressed",
        () ->
            Fx.on(() -> {
              var button = button(label).filter(b -> !b.getStyleClass().contains("locked"));
              button.ifPresent(Button::fire);
              return button.isPresent();
            }));
  }

  /// The tooltip of the button with that label, which says why it is locked.
  String lock(String label) {
    sees(label);
    return Fx.on(() ->
        button(label)
            .flatMap(b -> Optional.ofNullable(b.getTooltip()))
            .map(tip -> tip.getText())
            .orElse(""));
  }

  /// Writes a reason into the open plan.
  void explain(String reason) {
    Fx.run(() ->
        all(PlanPanel.class)
            .flatMap(panel -> Nodes.below(panel, TextField.class).stream())
            .findFirst()
            .orElseThrow()
            .setText(reason));
  }

  /// Holds the open plan's button until the plan is gone, which is when the gesture was complete.
  void holdPlan() {
    waitUntil(
        "the plan can be held",
        () -> Fx.on(() -> planButton().filter(b -> !b.isLocked()).isPresent()));
    Fx.run(() -> planButton().orElseThrow().press());
    waitUntil("the plan is gone", () -> Fx.on(() -> all(PlanPanel.class).findAny().isEmpty()));
  }

  /// Holds Ctrl+Backspace until `done` is to be seen.
  void holdRollback(String done) {
    Fx.run(() -> press(KeyEvent.KEY_PRESSED));
    sees(done);
    Fx.run(() -> press(KeyEvent.KEY_RELEASED));
  }

  /// Keeps what is to be seen as a picture.
  void picture(String name) {
    Fx.pulse();
    Picture.write(name, Fx.on(() -> scene.snapshot(null)));
  }

  void waitUntil(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        picture("it-stuck");
      }
      assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(end);
      LockSupport.parkNanos(LOOK);
    }
  }

  private boolean shows(String text) {
    return all(Labeled.class)
        .filter(Node::isVisible)
        .anyMatch(l -> l.getText() != null && l.getText().contains(text));
  }

  @SuppressWarnings("unchecked") // The board's only table holds its rows.
  private boolean select(String release) {
    all(ToggleButton.class)
        .filter(item -> item.getText().equals("Board"))
        .forEach(item -> {
          if (!item.isSelected()) {
            item.fire();
          }
        });
    var table =
        all(BoardPage.class)
            .flatMap(board -> Nodes.below(board, TableView.class).stream())
            .findFirst();
    var rows = table.map(t -> (TableView<BoardRow>) t);
    var row =
        rows.flatMap(
            t -> t.getItems().stream().filter(r -> r.ref().name().equals(release)).findFirst());
    row.ifPresent(found -> rows.orElseThrow().getSelectionModel().select(found));
    return row.isPresent();
  }

  private Optional<Button> button(String label) {
    return all(Button.class).filter(b -> label.equals(b.getText())).findFirst();
  }

  private Optional<HoldButton> planButton() {
    return all(PlanPanel.class).findFirst().flatMap(PlanPanel::button);
  }

  private void press(EventType<KeyEvent> type) {
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    Event.fireEvent(
        scene.getRoot(), new KeyEvent(type, "", "", KeyCode.BACK_SPACE, false, !mac, false, mac));
  }

  private static KeyEvent key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private <T extends Node> Stream<T> all(Class<T> kind) {
    return Nodes.below(scene.getRoot(), kind).stream();
  }
}
