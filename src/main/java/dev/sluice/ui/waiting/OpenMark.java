package dev.sluice.ui.waiting;

import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Says that a row opens, and what for.
final class OpenMark extends HBox {

  OpenMark(String words) {
    var label = Labels.whole(new Label(words));
    getStyleClass().addAll("row", "open-mark");
    getChildren().addAll(label, Shapes.slot(Shapes.chevron()));
  }
}
