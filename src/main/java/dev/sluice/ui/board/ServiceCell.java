package dev.sluice.ui.board;

import dev.sluice.ui.control.Shapes;

/// The release's name, and its state as a shape.
final class ServiceCell extends BoardCell {
  ServiceCell() {
    setGraphicTextGap(10);
  }

  @Override
  void draw(BoardRow row) {
    setText(row.ref().name());
    setGraphic(Shapes.slot(row.mark()));
    getStyleClass().remove("strong");
    if (row.busy()) {
      getStyleClass().add("strong");
    }
  }
}
