package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import dev.sluice.ui.control.HoldButton;
import dev.sluice.ui.control.Labels;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A button with what it does written below. Its gesture is bound to what was on the screen when it
/// began: once that is other it lets go, and says what changed.
final class BoundHold extends VBox {
  private final HoldButton button;
  private final Label does = Labels.wrapped("", "dim", "small");
  private final Label said = Labels.wrapped("", "warn", "small");
  private final Consumer<Facts> act;
  private @Nullable Offer offer;
  private @Nullable Facts begun;

  /// What is on offer.
  ///
  /// @param facts the gesture is bound to them
  /// @param does what it would do, which it is bound to as well
  /// @param locked why it cannot be held; empty when it can
  record Offer(Facts facts, String does, String locked) {}

  /// @param act what is done, on the facts that the gesture began on
  BoundHold(String text, Duration time, Consumer<Facts> act) {
    this.act = act;
    this.button = new HoldButton(time, new Finger());
    button.say(text);
    getStyleClass().add("bound");
    getChildren().addAll(button, does, said);
    Labels.shown(said, false);
  }

  /// Offers that from now on.
  void show(Offer next) {
    var changed = offer == null ? "" : changed(offer, next);
    boolean another = offer != null && !offer.facts().uid().equals(next.facts().uid());
    offer = next;
    does.setText(next.does());
    button.setAccessibleHelp(next.does());
    if (another) {
      say("");
    }
    if (!changed.isEmpty()) {
      letGo(changed);
    }
    lock(next.locked());
    button.setDisable(false);
    Labels.shown(button, true);
    Labels.shown(does, true);
  }

  /// Offers nothing any more. What was said last stays to be read.
  void withdraw(String why) {
    letGo(why);
    button.setDisable(true);
    Labels.shown(button, false);
    Labels.shown(does, false);
  }

  /// Says why what was done came to nothing.
  void say(String why) {
    said.setText(why);
    Labels.shown(said, !why.isEmpty());
  }

  /// Has the next key begin the gesture; nothing is done by that.
  void point() {
    button.requestFocus();
  }

  private void lock(String why) {
    if (button.isLocked() == why.isEmpty()) {
      boolean held = button.isHeld();
      button.lock(why);
      if (held) {
        say(Texts.of("plan.letgo", why));
      }
    }
  }

  private void letGo(String why) {
    if (button.letGo()) {
      say(why);
    }
  }

  private static String changed(Offer before, Offer now) {
    return before.facts().changedIn(now.facts()).stream()
        .findFirst()
        .map(fact -> Texts.of("plan.changed", Words.of("fact." + fact)))
        .orElseGet(() -> before.does().equals(now.does()) ? "" : Texts.of("fleet.moved"));
  }

  private final class Finger implements HoldButton.Gesture {
    @Override
    public void begun() {
      begun = offer == null ? null : offer.facts();
      say("");
    }

    @Override
    public void complete() {
      if (begun != null) {
        act.accept(begun);
      }
    }

    @Override
    public void brokenOff() {
      begun = null;
    }
  }
}
