package dev.sluice.ui.release;

import dev.sluice.release.Action;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Fitting;
import dev.sluice.ui.control.HoldButton;
import dev.sluice.ui.control.HoldTimes;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The verbs of a release. Going back stands at the left, always in the same place, and acts by
/// holding alone, or asks for its target first; what goes on stands at the right and opens its plan
/// first.
final class ActionBar extends HBox {
  private static final int LONG = 32;
  private static final double LEAST = 260;

  private final Hand hand;
  private final HoldButton rollback;
  private final Label hint = Labels.cut(Texts.of("rollback.hint"), "dim");
  private final Fitting locked = new Fitting(38, "dim", "locked-words");
  private final Tooltip hover = new Tooltip();
  private final Button calm = Labels.whole(new Button());
  private final Button forward = Labels.whole(new Button());
  private final ContextMenu targets = new ContextMenu();
  private final MenuButton more = Labels.whole(new MenuButton(Texts.of("verb.more")));
  private @Nullable BarView view;

  /// What the bar asks for.
  interface Hand {
    /// The rollback was held to its end.
    void rollBack(Verb verb);

    /// One gesture is enough for this.
    void fire(Verb verb);

    /// Show what this would send.
    void arm(Verb verb);
  }

  ActionBar(Hand hand) {
    this(hand, gesture -> new HoldButton(HoldTimes.ROLLBACK, gesture));
  }

  ActionBar(Hand hand, Function<HoldButton.Gesture, HoldButton> buttons) {
    this.hand = hand;
    this.rollback = buttons.apply(new Finger());
    hint.setWrapText(true);
    getStyleClass().addAll("card", "actions");
    rollback.getStyleClass().add("danger");
    rollback.picture(Shapes.back());
    HBox.setHgrow(locked, Priority.SOMETIMES);
    more.setAccessibleText(Texts.of("verb.more.spoken"));
    getChildren().addAll(rollback, hint, Labels.gap(), locked, calm, more, forward);
  }

  HoldButton rollback() {
    return rollback;
  }

  /// Shows these verbs. A rollback under way is let go when its button would now mean another
  /// target.
  void show(BarView next) {
    if (next.equals(view)) {
      return;
    }
    BarView before = view;
    view = next;
    showRollback(next.rollback(), before);
    next.calm().ifPresent(this::showCalm);
    calm.setVisible(next.calm().isPresent());
    forward.setVisible(next.forward().isPresent());
    forward.setManaged(next.forward().isPresent());
    next.forward().ifPresent(verb -> showForward(verb, next.caution()));
    showLocked(next, next.forward().map(Verb::against).orElse(List.of()), next.rollback().locks());
    targets.getItems().setAll(choices(next));
    showMore(next);
  }

  /// Opens the plan of that verb, or says why there is none now. Nothing is sent by that.
  void open(Wish wish) {
    if (view != null) {
      verbs(view)
          .filter(verb -> wish.means(verb.action()))
          .findFirst()
          .ifPresent(verb -> open(verb, anchor(wish)));
    }
  }

  private static Stream<Verb> verbs(BarView view) {
    return Stream.of(view.forward().stream(), view.calm().stream(), view.more().stream())
        .flatMap(Function.identity());
  }

  private ButtonBase anchor(Wish wish) {
    return switch (wish) {
      case FORWARD -> forward;
      case CALM -> calm;
      case ALL_THE_WAY, ABORT, RESTART -> more;
    };
  }

  private void open(Verb verb, ButtonBase anchor) {
    boolean explained = verb.reasonUnlocks() && anchor.equals(more);
    if (verb.free() || explained) {
      hand.arm(verb);
    } else {
      WhyNot.show(anchor, verb);
    }
  }

  /// A long name loses its middle before anything else in a small window loses its words.
  @Override
  protected void layoutChildren() {
    double others = minWidth(-1) - shortest();
    rollback.setMinWidth(Math.max(shortest(), Math.min(longest(), getWidth() - others)));
    super.layoutChildren();
  }

  @Override
  protected double computeMinWidth(double height) {
    return super.computeMinWidth(height) - rollback.minWidth(-1) + shortest();
  }

  private double shortest() {
    return Math.min(longest(), LEAST);
  }

  private double longest() {
    return rollback.prefWidth(-1);
  }

  private void showRollback(Verb verb, @Nullable BarView before) {
    boolean moved = before != null && !before.rollback().action().equals(verb.action());
    if (moved && rollback.letGo()) {
      hint.setText(Texts.of("rollback.moved", verb.label()));
    } else if (!rollback.isHeld()) {
      hint.setText(Texts.of(view != null && view.asks() ? "rollback.asks" : "rollback.hint"));
    }
    rollback.say(verb.label());
    rollback.getStyleClass().removeAll("urgent");
    if (view != null && view.urgent()) {
      rollback.getStyleClass().add("urgent");
    }
    if (before == null || !before.rollback().locks().equals(verb.locks())) {
      rollback.lock(String.join(" ", verb.locks()));
    }
    if (!verb.free()) {
      hint.setText(String.join(" ", verb.locks()));
    }
    // Why it is locked may be long and gives way; how to hold it is short and never cut, but where
    // the target's name alone needs the room: nothing may push the bar out of a small window.
    hint.setMinWidth(verb.free() && verb.label().length() <= LONG ? USE_PREF_SIZE : 0);
    hint.setTooltip(new Tooltip(hint.getText()));
  }

  private void showCalm(Verb verb) {
    button(calm, verb, verb.action().advances() ? hand::arm : hand::fire);
    calm.setGraphicTextGap(8);
    calm.setGraphic(verb.action().advances() ? Shapes.play() : Shapes.pause());
  }

  /// Starting again what was just aborted, or what whoever does it is warned of, is never the thing
  /// to be led to.
  private void showForward(Verb verb, String caution) {
    button(forward, verb, hand::arm);
    forward.getStyleClass().removeAll("primary");
    if (verb.free() && caution.isEmpty() && !(verb.action() instanceof Action.Retry)) {
      forward.getStyleClass().add("primary");
    }
  }

  /// What locks it, at as much length as there is room for: why nobody can go back comes first.
  private void showLocked(BarView next, List<Obstacle> locks, List<String> saidAlready) {
    var news = locks.stream().filter(lock -> !saidAlready.contains(lock.words())).toList();
    if (news.isEmpty()) {
      locked.say(next.caution(), List.of(next.caution()));
    } else {
      var words = new LockWords(news);
      locked.say(words.spoken(), hint.getText().length() > LONG ? words.brief() : words.versions());
    }
    Tooltip.uninstall(locked, hover);
    if (!locks.isEmpty()) {
      hover.setText(String.join("\n", locks.stream().map(Obstacle::words).toList()));
      Tooltip.install(locked, hover);
    }
  }

  private void showMore(BarView next) {
    var items = new ArrayList<MenuItem>();
    next.forward()
        .filter(Verb::reasonUnlocks)
        .ifPresent(verb -> items.add(item(verb, Texts.of("verb.override", verb.label()))));
    next.more().forEach(verb -> items.add(item(verb, Texts.of("verb.item", verb.label()))));
    if (!next.choices().isEmpty()) {
      var other = new Menu(Texts.of("rollback.choose"));
      other.getItems().setAll(choices(next));
      items.add(other);
    }
    if (next.rollback().free() && !next.asks()) {
      Verb back = next.rollback();
      items.add(item(back, Texts.of("verb.preview", back.label())));
    }
    more.getItems().setAll(items);
  }

  private List<MenuItem> choices(BarView next) {
    return next.choices().stream()
        .map(verb -> item(verb, Texts.of("verb.item", verb.label())))
        .toList();
  }

  private MenuItem item(Verb verb, String text) {
    boolean open = verb.free() || verb.reasonUnlocks();
    var item = new MenuItem(open ? text : lockedItem(verb));
    item.setDisable(!open);
    item.setOnAction(_ -> hand.arm(verb));
    return item;
  }

  private static String lockedItem(Verb verb) {
    return Texts.of(
        "verb.item.locked", verb.label(), LockWords.brief(verb.against().getFirst().name()));
  }

  private static void button(Button button, Verb verb, Consumer<Verb> act) {
    button.setText(verb.label());
    button.getStyleClass().removeAll("locked");
    if (verb.free()) {
      button.setOnAction(_ -> act.accept(verb));
      button.setTooltip(null);
      button.setAccessibleText(verb.label());
    } else {
      String why = String.join("\n", verb.locks());
      button.getStyleClass().add("locked");
      button.setOnAction(_ -> WhyNot.show(button, verb));
      button.setTooltip(new Tooltip(why));
      button.setAccessibleText(Texts.of("hold.locked", verb.label(), why));
    }
  }

  private final class Finger implements HoldButton.Gesture {
    private @Nullable Verb begun;

    @Override
    public void begun() {
      if (view != null && view.asks()) {
        rollback.letGo();
        targets.show(rollback, Side.TOP, 0, 0);
      } else {
        begun = view == null ? null : view.rollback();
      }
    }

    @Override
    public void complete() {
      if (begun != null) {
        hand.rollBack(begun);
      }
    }

    @Override
    public void brokenOff() {
      begun = null;
    }
  }
}
