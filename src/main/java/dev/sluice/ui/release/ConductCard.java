package dev.sluice.ui.release;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.HoldButton;
import dev.sluice.ui.control.HoldTimes;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.VerdictCard;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What comes next, the switches of what the console does by itself, and the signature under the
/// charts, which is held like any gesture that opens a gate.
final class ConductCard extends VBox {
  private final VerdictCard next = new VerdictCard();
  private final Toggle goesBack;
  private final Toggle promotes;
  private final HoldButton sign;
  private final VBox signing;
  private @Nullable ConductView view;

  /// What the card asks for.
  interface Hand {
    void goesBack(boolean on);

    void promotes(boolean on);

    /// The charts on the page were looked at and are healthy.
    void sign();
  }

  ConductCard(Hand hand) {
    this.goesBack = new Toggle(Texts.of("standby.switch"), hand::goesBack);
    this.promotes = new Toggle(Texts.of("helm.switch"), hand::promotes);
    this.sign = new HoldButton(HoldTimes.ROLLBACK, new Signing(hand));
    sign.say(Texts.of("review.sign"));
    sign.setAccessibleHelp(Texts.of("review.hint"));
    this.signing = new VBox(sign, Labels.wrapped(Texts.of("review.hint"), "dim", "small"));
    signing.getStyleClass().add("signing");
    getStyleClass().add("conduct");
    getChildren().addAll(next, goesBack, promotes);
  }

  /// The signature, to stand below the gates.
  Node signing() {
    return signing;
  }

  void show(ConductView shown) {
    if (!shown.equals(view)) {
      view = shown;
      next.show(shown.next());
      goesBack.show(shown.goesBack());
      promotes.show(shown.promotes());
      signing.setVisible(shown.signs());
      signing.setManaged(shown.signs());
      if (!shown.signs()) {
        sign.letGo();
      }
    }
  }

  private record Signing(Hand hand) implements HoldButton.Gesture {
    @Override
    public void begun() {}

    @Override
    public void complete() {
      hand.sign();
    }

    @Override
    public void brokenOff() {}
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

    void show(Optional<ConductView.Switch> shown) {
      setVisible(shown.isPresent());
      setManaged(shown.isPresent());
      shown.ifPresent(as -> {
        box.setSelected(as.on());
        box.setAccessibleHelp(as.words());
        words.setText(as.words());
        words.getStyleClass().removeAll("bad", "dim");
        words.getStyleClass().add(as.bad() ? "bad" : "dim");
      });
    }
  }
}
