package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Fx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldButtonTest {
  private final List<String> told = new ArrayList<>();
  private final Beat beat = new Beat();
  private long now;
  private HoldButton button;

  HoldButtonTest() {
    button = Fx.on(this::create);
  }

  @BeforeEach
  void put() {
    Fx.run(() -> {
      new Scene(new HBox(button, new Button("other")));
      button.say("Roll back");
    });
  }

  @Test
  void heldToTheEndByMouseItActsOnce() {
    mouse(MouseEvent.MOUSE_PRESSED);
    pass(700);
    pass(700);
    mouse(MouseEvent.MOUSE_RELEASED);
    assertThat(told).containsExactly("begun", "complete");
  }

  @Test
  void aClickDoesNothing() {
    mouse(MouseEvent.MOUSE_PRESSED);
    pass(100);
    mouse(MouseEvent.MOUSE_RELEASED);
    pass(900);
    assertThat(told).containsExactly("begun", "broken off");
  }

  @Test
  void theMouseLeavingTheButtonLetsGo() {
    mouse(MouseEvent.MOUSE_PRESSED);
    pass(300);
    mouse(MouseEvent.MOUSE_EXITED);
    pass(900);
    assertThat(told).containsExactly("begun", "broken off");
  }

  @Test
  void keyRepeatActsOnlyOnceAGesture() {
    for (int i = 0; i < 40; i++) {
      key(KeyEvent.KEY_PRESSED, KeyCode.ENTER);
      pass(30);
    }
    key(KeyEvent.KEY_RELEASED, KeyCode.ENTER);
    assertThat(told).containsExactly("begun", "complete");
  }

  @Test
  void spaceHoldsToo() {
    key(KeyEvent.KEY_PRESSED, KeyCode.SPACE);
    pass(600);
    assertThat(told).containsExactly("begun", "complete");
  }

  @Test
  void aNewGestureActsAgain() {
    for (int i = 0; i < 2; i++) {
      mouse(MouseEvent.MOUSE_PRESSED);
      pass(600);
      mouse(MouseEvent.MOUSE_RELEASED);
    }
    assertThat(told).containsExactly("begun", "complete", "begun", "complete");
  }

  @Test
  void letGoFromOutsideWhileTheKeyRepeatsItStaysDeaf() {
    key(KeyEvent.KEY_PRESSED, KeyCode.ENTER);
    pass(300);
    assertThat(Fx.on(button::letGo)).isTrue();
    key(KeyEvent.KEY_PRESSED, KeyCode.ENTER);
    pass(2_000);
    assertThat(told).containsExactly("begun", "broken off");
  }

  @Test
  void lockingBreaksOffAndKeepsItLocked() {
    mouse(MouseEvent.MOUSE_PRESSED);
    pass(300);
    Fx.run(() -> button.lock("data is 14 s old"));
    mouse(MouseEvent.MOUSE_RELEASED);
    mouse(MouseEvent.MOUSE_PRESSED);
    pass(900);
    assertThat(told).containsExactly("begun", "broken off");
    assertThat(Fx.on(button::getAccessibleText)).isEqualTo("Roll back. Locked: data is 14 s old");
  }

  @Test
  void unlockedItActsAgain() {
    Fx.run(() -> button.lock("no"));
    Fx.run(() -> button.lock(""));
    key(KeyEvent.KEY_PRESSED, KeyCode.ENTER);
    pass(600);
    assertThat(told).containsExactly("begun", "complete");
  }

  @Test
  void theRightMouseButtonIsNoGesture() {
    Fx.run(() -> Event.fireEvent(button, event(MouseEvent.MOUSE_PRESSED, MouseButton.SECONDARY)));
    pass(900);
    assertThat(told).isEmpty();
  }

  @Test
  void otherKeysAreNoGesture() {
    key(KeyEvent.KEY_PRESSED, KeyCode.A);
    pass(900);
    assertThat(told).isEmpty();
  }

  @Test
  void takenOffTheScreenItLetsGo() {
    mouse(MouseEvent.MOUSE_PRESSED);
    Fx.run(() -> ((HBox) button.getParent()).getChildren().remove(button));
    pass(900);
    assertThat(told).containsExactly("begun", "broken off");
  }

  @Test
  void aScreenReadersCallRunsTheWholeTime() {
    Fx.run(() -> button.executeAccessibleAction(AccessibleAction.FIRE));
    pass(300);
    assertThat(told).containsExactly("begun");
    pass(300);
    assertThat(told).containsExactly("begun", "complete");
  }

  @Test
  void aScreenReadersSecondCallBreaksOff() {
    Fx.run(() -> button.executeAccessibleAction(AccessibleAction.FIRE));
    pass(300);
    Fx.run(() -> button.executeAccessibleAction(AccessibleAction.FIRE));
    pass(900);
    assertThat(told).containsExactly("begun", "broken off");
  }

  @Test
  void framesRunOnlyWhileItIsHeld() {
    assertThat(beat.running).isFalse();
    mouse(MouseEvent.MOUSE_PRESSED);
    assertThat(beat.running).isTrue();
    mouse(MouseEvent.MOUSE_RELEASED);
    assertThat(beat.running).isFalse();
  }

  @Test
  void itSaysWhatItIsAndHowLongItIsHeld() {
    assertThat(Fx.on(button::getAccessibleRole)).isEqualTo(AccessibleRole.BUTTON);
    assertThat(Fx.on(button::getAccessibleText)).isEqualTo("Roll back. Hold for 0.6 s");
  }

  private HoldButton create() {
    var gesture =
        new HoldButton.Gesture() {
          @Override
          public void begun() {
            told.add("begun");
          }

          @Override
          public void complete() {
            told.add("complete");
          }

          @Override
          public void brokenOff() {
            told.add("broken off");
          }
        };
    return new HoldButton(HoldTimes.ROLLBACK, gesture, () -> now, beat);
  }

  private void pass(long millis) {
    Fx.run(() -> {
      now += Duration.ofMillis(millis).toNanos();
      beat.once();
    });
  }

  private void mouse(EventType<MouseEvent> type) {
    Fx.run(() -> Event.fireEvent(button, event(type, MouseButton.PRIMARY)));
  }

  private void key(EventType<KeyEvent> type, KeyCode code) {
    Fx.run(() ->
        Event.fireEvent(button, new KeyEvent(type, "", "", code, false, false, false, false)));
  }

  private static MouseEvent event(EventType<MouseEvent> type, MouseButton which) {
    return new MouseEvent(
        type, 5, 5, 5, 5, which, 1, false, false, false, false, true, false, false, false, false,
        true, null);
  }

  private static final class Beat implements Frames {
    private boolean running;
    private Runnable each = () -> {};

    @Override
    public void start(Runnable eachFrame) {
      each = eachFrame;
      running = true;
    }

    @Override
    public void stop() {
      running = false;
    }

    void once() {
      if (running) {
        each.run();
      }
    }
  }
}
