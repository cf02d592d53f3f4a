package dev.sluice.ui.wall;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import dev.sluice.ui.control.ShareBar;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One release, to be read from five metres.
final class Tile extends VBox {
  private static final double NAME = 300;
  private static final double WHERE = 170;
  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

  /// @param roomy whether there is room for the whole sentence
  Tile(TileView view, boolean roomy) {
    getStyleClass().add("tile");
    if (view.alarm()) {
      getStyleClass().add("alarm");
    }
    pseudoClassStateChanged(OLD, !view.old().isEmpty());
    var name = Labels.keptName(view.ref().name(), NAME, "name");
    var where = Labels.keptName(view.ref().context(), WHERE, "where");
    HBox.setHgrow(where, Priority.ALWAYS);
    where.setMaxWidth(Double.MAX_VALUE);
    var head = Labels.row("tile-head", name, where, EnvironmentTag.slot(view.environment()));
    var verdict = words(view.verdict(), "verdict", view.mark().styleClass());
    verdict.setGraphic(Shapes.slot(view.mark()));
    getChildren().addAll(head, words(view.detail(), "detail"), verdict);
    // Where it is old, that is the sentence to read.
    if (roomy && view.old().isEmpty() && !view.why().isEmpty()) {
      var why = Labels.wrapped(view.why(), "sentence");
      why.setMinHeight(0);
      getChildren().add(why);
    }
    if (!view.old().isEmpty()) {
      getChildren().add(words(view.old(), "old"));
    }
    var gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().add(gap);
    view.share().ifPresent(share -> getChildren().add(new ShareBar(share)));
    setMinSize(0, 0);
    setAccessibleText(
        Texts.of(
            "wall.tile.spoken", view.ref(), view.detail(), view.verdict(), view.why(), view.old()));
  }

  private static Label words(String text, String... classes) {
    Label label = Labels.of(text, classes);
    label.setMinWidth(0);
    return label;
  }
}
