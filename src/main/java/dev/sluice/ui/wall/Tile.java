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

/// One release, to be read from five metres: its name alone on the first line, since many clusters
/// have releases of the same name.
final class Tile extends VBox {
  private static final double LEAST = 200;
  private static final double WHERE = 120;
  private static final PseudoClass FADED = PseudoClass.getPseudoClass("faded");

  /// @param roomy whether there is room for the whole sentence
  Tile(TileView view, boolean roomy) {
    getStyleClass().add("tile");
    if (view.alarm()) {
      getStyleClass().add("alarm");
    }
    if (!roomy) {
      getStyleClass().add("dense");
    }
    pseudoClassStateChanged(FADED, !view.old().isEmpty() && !view.alarm());
    var verdict = words(view.verdict(), "verdict", view.mark().styleClass());
    verdict.setGraphic(Shapes.slot(view.mark()));
    var gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(head(view), where(view), verdict, said(view, roomy), gap);
    view.share().ifPresent(share -> getChildren().add(new ShareBar(share)));
    setMinSize(0, 0);
    setAccessibleText(
        Texts.of(
            "wall.tile.spoken", view.ref(), view.detail(), view.verdict(), view.why(), view.old()));
  }

  /// How many more there are than have a tile.
  Tile(WallView.More more) {
    getStyleClass().addAll("tile", "more");
    getChildren().addAll(words(more.count(), "name"), words(more.what(), "detail"));
    setMinSize(0, 0);
    setAccessibleText(more.count() + ", " + more.what());
  }

  private static HBox head(TileView view) {
    return Labels.row(
        "tile-head",
        grown(Labels.keptName(view.ref().name(), LEAST, "name")),
        EnvironmentTag.slot(view.environment()));
  }

  /// The cluster, and how many users have the newer version; how old that is where it is old.
  private static HBox where(TileView view) {
    var beside =
        view.old().isEmpty()
            ? Labels.of(view.percent(), "share-words")
            : Labels.of(view.old(), "old");
    return Labels.row(
        "tile-head",
        grown(Labels.keptName(view.ref().context(), WHERE, "where")),
        Labels.whole(beside));
  }

  private static Label grown(Label label) {
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  private static Label said(TileView view, boolean roomy) {
    if (!roomy || view.why().isEmpty()) {
      return words(view.detail(), "detail");
    }
    var why = Labels.wrapped(view.why(), "sentence");
    why.setMinHeight(0);
    return why;
  }

  private static Label words(String text, String... classes) {
    Label label = Labels.of(text, classes);
    label.setMinWidth(0);
    return label;
  }
}
