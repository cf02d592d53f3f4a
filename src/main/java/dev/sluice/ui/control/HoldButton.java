package dev.sluice.ui.control;

import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/// A button that acts when it is held for its time, by mouse, touch or key. Letting go early does
/// nothing; holding on does nothing more; one gesture acts once at most. While it is held the
/// filling shows how far it is.
public final class HoldButton extends StackPane {
  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
  private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

  private final Hold hold;
  private final Frames frames;
  private final Duration time;
  private final Gesture gesture;
  private final Region fill = new Region();
  private final Label label = new Label();
  private final Tooltip tip = new Tooltip();
  private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked", false);
  private boolean byAssistant;

  /// What becomes of the gesture. Called on the FX thread.
  public interface Gesture {
    /// It began. Whoever lets go of it here keeps it from being held.
    void begun();

    /// It was held to its end: act, once.
    void complete();

    /// It ended early; nothing is to be done.
    void brokenOff();
  }

  /// A button on the screen's frames and the machine's clock.
  public HoldButton(Duration time, Gesture gesture) {
    this(time, gesture, System::nanoTime, Frames.ofScreen());
  }

  HoldButton(Duration time, Gesture gesture, LongSupplier nanos, Frames frames) {
    this.time = time;
    this.gesture = gesture;
    this.frames = frames;
    this.hold = new Hold(time, nanos);
    getStyleClass().addAll("button", "hold-button");
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    fill.getStyleClass().add("hold");
    fill.setManaged(false);
    fill.setMouseTransparent(true);
    label.setMouseTransparent(true);
    label.setGraphicTextGap(8);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    getChildren().addAll(fill, label);
    listen();
  }

  /// What it says.
  public void say(String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
      describe(tip.getText());
    }
  }

  /// A shape before the words.
  public void picture(Node shape) {
    label.setGraphic(shape);
  }

  /// Locks it with a reason, or unlocks it with an empty one. It stays focusable, so that the
  /// reason can be reached; the tooltip says it too. A gesture under way is broken off.
  public void lock(String reason) {
    boolean on = !reason.isEmpty();
    locked.set(on);
    pseudoClassStateChanged(LOCKED, on);
    tip.setText(reason);
    if (on) {
      Tooltip.install(this, tip);
      letGo();
    } else {
      Tooltip.uninstall(this, tip);
    }
    describe(reason);
  }

  /// Whether a reason keeps it from being held.
  public boolean isLocked() {
    return locked.get();
  }

  /// Breaks a gesture off because a fact changed. What is still pressed has no effect until it is
  /// pressed anew.
  ///
  /// @return whether a gesture was under way
  public boolean letGo() {
    boolean was = hold.letGo();
    if (was) {
      stop();
      gesture.brokenOff();
    }
    return was;
  }

  /// The press of a key that stands for this button wherever the focus is.
  public void press() {
    if (!isLocked() && !isDisabled() && hold.press()) {
      pseudoClassStateChanged(HELD, true);
      gesture.begun();
      if (isHeld()) {
        frames.start(this::frame);
      }
    }
  }

  /// The release of that key.
  public void release() {
    if (hold.release()) {
      stop();
      gesture.brokenOff();
    }
  }

  /// Whether a gesture is under way.
  public boolean isHeld() {
    return hold.phase() == Hold.Phase.RUNNING;
  }

  /// A screen reader cannot hold: its first call begins the gesture, which then runs its whole
  /// time, and a second one breaks it off.
  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action != AccessibleAction.FIRE) {
      super.executeAccessibleAction(action, parameters);
    } else if (isHeld()) {
      release();
    } else {
      byAssistant = true;
      press();
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? getAccessibleText()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    placeFill();
  }

  private void listen() {
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> mouseLeft());
    addEventHandler(TouchEvent.TOUCH_PRESSED, this::touched);
    addEventHandler(TouchEvent.TOUCH_RELEASED, _ -> release());
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    focusedProperty().subscribe(this::focusMoved);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .orElse(true)
        .subscribe(this::windowMoved);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            release();
          }
        });
  }

  private void mousePressed(MouseEvent mouse) {
    if (mouse.getButton() == MouseButton.PRIMARY && !mouse.isSynthesized()) {
      requestFocus();
      press();
      mouse.consume();
    }
  }

  private void mouseLeft() {
    if (isHeld() && !byAssistant) {
      release();
    }
  }

  private void touched(TouchEvent touch) {
    press();
    touch.consume();
  }

  private void keyPressed(KeyEvent key) {
    if (holds(key.getCode())) {
      press();
      key.consume();
    }
  }

  private void keyReleased(KeyEvent key) {
    if (holds(key.getCode())) {
      release();
      key.consume();
    }
  }

  private void focusMoved(boolean has) {
    if (!has && !byAssistant) {
      release();
    }
  }

  /// A window in the background never hears that the key was let go.
  private void windowMoved(boolean front) {
    if (!front) {
      release();
    }
  }

  private static boolean holds(KeyCode code) {
    return code == KeyCode.ENTER || code == KeyCode.SPACE;
  }

  private void frame() {
    if (hold.complete()) {
      stop();
      gesture.complete();
    } else {
      placeFill();
    }
  }

  private void stop() {
    frames.stop();
    if (byAssistant) {
      byAssistant = false;
      hold.release();
    }
    pseudoClassStateChanged(HELD, false);
    placeFill();
  }

  private void placeFill() {
    fill.resizeRelocate(0, 0, getWidth() * hold.progress(), getHeight());
    fill.setVisible(isHeld());
  }

  private void describe(String reason) {
    String held = Texts.of("hold.spoken", label.getText(), Texts.of(time));
    setAccessibleText(reason.isEmpty() ? held : Texts.of("hold.locked", label.getText(), reason));
  }
}
