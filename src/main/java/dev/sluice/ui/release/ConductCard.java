package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.HoldTimes;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.VerdictCard;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What comes next, what the console does by itself, and the signature under the charts. Arming the
/// way back only brings users back and costs a click, as stopping does; what brings users onto
/// something new, and what opens a gate, is held.
final class ConductCard extends VBox {
  private final VerdictCard next = new VerdictCard();
  private final StandbySwitch goesBack;
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
    this.goesBack = new StandbySwitch(hand::goesBack);
    this.promotes = new Steering(hand);
    this.signing = new BoundHold(Texts.of("review.sign"), HoldTimes.ROLLBACK, hand::sign);
    signing.getStyleClass().add("signing");
    getStyleClass().add("conduct");
    getChildren().addAll(next, goesBack, promotes.running());
  }

  /// The button that promotes by itself, to stand below the gates that it goes by.
  BoundHold promoting() {
    return promotes.start();
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

  /// Promoting by itself: held to begin with its plan below it, one click to end.
  private static final class Steering {
    private final BoundHold start;
    private final Button stop = new Button(Texts.of("helm.stop"));
    private final Label words = Labels.wrapped("", "dim", "small");
    private final VBox running = new VBox(stop, words);

    Steering(Hand hand) {
      this.start = new BoundHold(Texts.of("helm.switch"), HoldTimes.PROMOTION, hand::promotes);
      stop.setOnAction(_ -> hand.promotesNoMore());
      start.getStyleClass().add("steering");
      running.getStyleClass().add("steering");
    }

    BoundHold start() {
      return start;
    }

    VBox running() {
      return running;
    }

    void show(ConductView view) {
      boolean on = view.promotes().filter(ConductView.Steering::on).isPresent();
      Labels.shown(running, on);
      Labels.shown(start, view.promotes().isPresent() && !on);
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
}
