package dev.sluice.ui.board;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The share of the newer revision as a small bar and in figures.
final class TrafficCell extends BoardCell {
  private static final double WIDTH = 84;
  private static final double HEIGHT = 8;

  TrafficCell() {
    setGraphicTextGap(10);
  }

  @Override
  void draw(BoardRow row) {
    setText(row.traffic());
    setGraphic(row.share().isPresent() ? bar(row.share().getAsInt()) : null);
    getStyleClass().remove("dim");
    if (!row.busy()) {
      getStyleClass().add("dim");
    }
  }

  private static Pane bar(int percent) {
    var newer = new Region();
    newer.getStyleClass().add("share");
    newer.resizeRelocate(0, 0, WIDTH * percent / 100, HEIGHT);
    newer.setManaged(false);
    var bar = new Pane(newer);
    bar.getStyleClass().add("share-bar");
    bar.setMinSize(WIDTH, HEIGHT);
    bar.setMaxSize(WIDTH, HEIGHT);
    return bar;
  }
}
