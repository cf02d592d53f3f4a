package dev.sluice.ui.waiting;

import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.Shapes;
import dev.sluice.ui.control.ShareBar;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One release that waits, as a card.
final class WaitCell extends ListCell<WaitView> {
  /// What is drawn is calm and not live.
  static final PseudoClass FADED = PseudoClass.getPseudoClass("faded");

  private static final double WHERE = 130;

  private @Nullable WaitView drawn;

  WaitCell() {
    getStyleClass().add("wait-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable WaitView wait, boolean empty) {
    super.updateItem(wait, empty);
    if (empty || wait == null) {
      drawn = null;
      setGraphic(null);
      setAccessibleText(null);
    } else if (!wait.equals(drawn)) {
      drawn = wait;
      setGraphic(card(wait));
      setAccessibleText(wait.spoken());
    }
  }

  private static HBox card(WaitView wait) {
    var ref = wait.ref();
    Label name = Labels.name(ref.name(), "wait-name");
    Label where = Labels.keptName(Texts.of("where", ref.context(), ref.namespace()), WHERE, "dim");
    Label versions = Labels.cut(wait.versions(), "dim");
    var head =
        Labels.row("wait-head", name, new EnvironmentTag(wait.environment()), where, versions);
    Label what = Labels.cut(wait.what(), wait.mark() == Mark.BAD ? "bad" : "medium");
    var words = new VBox(head, what);
    words.getStyleClass().add("wait-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label lasting = Labels.whole(Labels.of(wait.lasting(), "wait-lasting"));
    var beside = new VBox(lasting);
    if (!wait.old().isEmpty()) {
      beside.getChildren().add(Labels.whole(Labels.of(wait.old(), "old")));
    } else if (!wait.whose().isEmpty()) {
      beside.getChildren().add(Labels.whole(Labels.of(wait.whose(), "dim")));
    }
    beside.getStyleClass().addAll("wait-words", "wait-beside");
    beside.setAlignment(Pos.CENTER_RIGHT);
    var card = Labels.row("wait-card", Shapes.slot(wait.mark()), words);
    card.getChildren().addAll(share(wait.share()), beside, new OpenMark(wait.action()));
    card.pseudoClassStateChanged(FADED, !wait.old().isEmpty() && wait.mark() != Mark.BAD);
    if (wait.mark() == Mark.BAD) {
      card.getStyleClass().add("alarm");
    }
    return card;
  }

  /// Keeps its room where there is no share, so that the cards line up.
  private static VBox share(OptionalInt share) {
    var box = new VBox();
    box.getStyleClass().add("wait-share");
    share.ifPresent(percent ->
        box.getChildren()
            .setAll(
                Labels.of(Figures.percent(percent / 100.0), "wait-lasting"),
                ShareBar.brief(percent)));
    return box;
  }
}
