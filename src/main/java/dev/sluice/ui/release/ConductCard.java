package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.HoldTimes;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.VerdictCard;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What comes next, what the console does by itself, and the signature under the charts. Arming the
/// way back only brings users back and costs a click, as stopping does; what brings users onto
/// something new, and what opens a gate, is held.
final class ConductCard extends VBox {
  private final VerdictCard next = new VerdictCard();
  private final Toggle goesBack;
  private final Steering promotes;
  private final BoundHold signing;
  private @Nullable ConductView view;

  /// What the card asks for.
  interface Hand {
    void goesBack(boolean on);

    void promotes(Facts seen);

    void promotesNoMore();

    /// The charts were looked at and are healthy.
    ///
    /// @param seen what was on the page when the gesture began
    void sign(Facts seen);
  }

  ConductCard(Hand hand) {
    this.goesBack = new Toggle(Texts.of("standby.switch"), hand::goesBack);
    this.promotes = new Steering(hand);
    this.signing = new BoundHold(Texts.of("review.sign"), HoldTimes.ROLLBACK, hand::sign);
    signing.getStyleClass().add("signing");
    getStyleClass().add("conduct");
    getChildren().addAll(next, goesBack, promotes);
  }

  /// The signature, to stand below the gates.
  BoundHold signing() {
    return signing;
  }

  void show(ConductView shown) {
    if (!shown.equals(view)) {
      var before = view;
      view = shown;
      next.show(shown.next());
      goesBack.show(shown.goesBack());
      promotes.show(shown);
      showSigning(shown);
      if (before == null || !before.unsigned().equals(shown.unsigned())) {
        signing.say(shown.unsigned());
      }
    }
  }

  private void showSigning(ConductView shown) {
    if (shown.signs()) {
      signing.show(new BoundHold.Offer(shown.facts(), Texts.of("review.hint"), shown.signing()));
    } else {
      signing.withdraw(Texts.of("review.withdrawn"));
    }
  }

  /// Promoting by itself: held to begin with its plan beside it, one click to end.
  private static final class Steering extends VBox {
    private final BoundHold start;
    private final Button stop = new Button(Texts.of("helm.stop"));
    private final Label words = Labels.wrapped("", "dim", "small");
    private final VBox running = new VBox(stop, words);

    Steering(Hand hand) {
      this.start = new BoundHold(Texts.of("helm.switch"), HoldTimes.PROMOTION, hand::promotes);
      stop.setOnAction(_ -> hand.promotesNoMore());
      getStyleClass().add("steering");
      getChildren().addAll(start, running);
    }

    void show(ConductView view) {
      Labels.shown(this, view.promotes().isPresent());
      boolean on = view.promotes().filter(ConductView.Steering::on).isPresent();
      Labels.shown(running, on);
      Labels.shown(start, !on);
      view.promotes()
          .ifPresent(as -> {
            stop.setAccessibleHelp(as.words());
            words.setText(as.words());
          });
      view.promotes()
          .filter(as -> !as.on())
          .ifPresentOrElse(
              as -> start.show(new BoundHold.Offer(view.facts(), as.words(), as.locked())),
              () -> start.withdraw(""));
    }
  }

  /// A switch with a line about how it stands.
  private static final class Toggle extends VBox {
    private final CheckBox box;
    private final Label words = Labels.wrapped("", "small");

    Toggle(String name, Consumer<Boolean> wish) {
      this.box = new CheckBox(name);
      box.setOnAction(_ -> wish.accept(box.isSelected()));
      words.getStyleClass().add("dim");
      getStyleClass().add("switch");
      getChildren().addAll(box, words);
    }

    void show(Optional<ConductView.Switch> as) {
      Labels.shown(this, as.isPresent());
      as.ifPresent(this::show);
    }

    private void show(ConductView.Switch as) {
      box.setSelected(as.on());
      box.setAccessibleHelp(as.words());
      words.setText(as.words());
      words.getStyleClass().removeAll("bad", "dim");
      words.getStyleClass().add(as.bad() ? "bad" : "dim");
    }
  }
}
