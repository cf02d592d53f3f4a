package dev.sluice.ui.stage;

import dev.sluice.ui.theme.Theme;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// An open window around a part of the console, as small as a laptop's, and hands at its keyboard.
public final class OpenStage implements AutoCloseable {
  private static final double WIDTH = 980;
  private static final double HEIGHT = 700;

  private final Stage stage;

  private OpenStage(Stage stage) {
    this.stage = stage;
  }

  /// Opens a window around `content`.
  public static OpenStage of(Parent content) {
    return of(content, WIDTH, HEIGHT);
  }

  /// As [#of(Parent)], in that size.
  public static OpenStage of(Parent content, double width, double height) {
    return of(content, width, height, Theme.DARK);
  }

  /// As [#of(Parent)], in that size and look.
  public static OpenStage of(Parent content, double width, double height, Theme theme) {
    return Fx.on(() -> {
      var stage = new Stage();
      stage.setScene(new Scene(content, width, height));
      theme.dress(stage.getScene());
      stage.show();
      return new OpenStage(stage);
    });
  }

  /// All in it that are of this type.
  public <T extends Node> List<T> all(Class<T> type) {
    return Fx.on(() -> Nodes.below(stage.getScene().getRoot(), type));
  }

  /// Presses a key that writes nothing.
  public void press(KeyCode code) {
    press(code, "");
  }

  /// Presses a key that writes `text`. All keys go where the focus is; while nothing has it, to the
  /// scene, as the toolkit sends them.
  public void press(KeyCode code, String text) {
    toTheFocus(new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, false, false, false));
  }

  /// Lets go of a key that writes `text`.
  public void release(KeyCode code, String text) {
    toTheFocus(new KeyEvent(KeyEvent.KEY_RELEASED, text, text, code, false, false, false, false));
  }

  /// Presses a key together with Ctrl.
  public void control(KeyCode code) {
    toTheFocus(key(KeyEvent.KEY_PRESSED, code, false));
  }

  /// Presses a key together with Ctrl and Shift.
  public void controlShift(KeyCode code) {
    toTheFocus(key(KeyEvent.KEY_PRESSED, code, true));
  }

  /// A key together with Ctrl, pressed or let go while nothing has the focus.
  public void controlWithoutFocus(EventType<KeyEvent> type, KeyCode code) {
    Fx.run(() -> Event.fireEvent(stage.getScene(), key(type, code, false)));
  }

  /// A key together with Ctrl, pressed or let go where the focus is.
  public void control(EventType<KeyEvent> type, KeyCode code) {
    toTheFocus(key(type, code, false));
  }

  /// Makes it so wide.
  public void widen(double width) {
    Fx.run(() -> stage.setWidth(width));
    Fx.pulse();
  }

  /// How high its content is.
  public double height() {
    return Fx.on(() -> stage.getScene().getHeight());
  }

  @Override
  public void close() {
    Fx.run(stage::close);
  }

  private void toTheFocus(KeyEvent key) {
    Fx.run(() -> {
      var owner = stage.getScene().getFocusOwner();
      Event.fireEvent(owner == null ? stage.getScene() : owner, key);
    });
    Fx.pulse();
  }

  private static KeyEvent key(EventType<KeyEvent> type, KeyCode code, boolean shift) {
    return new KeyEvent(type, "", "", code, shift, true, false, false);
  }
}
