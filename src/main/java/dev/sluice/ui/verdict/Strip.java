package dev.sluice.ui.verdict;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A drawing of one height, as wide as there is room. It places its shapes itself.
abstract class Strip extends Region {

  Strip(double height) {
    setMouseTransparent(true);
    setMinSize(0, height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  /// Shows these shapes, the last one in front.
  final void draw(List<Node> shapes) {
    shapes.forEach(shape -> shape.setManaged(false));
    getChildren().setAll(shapes);
  }
}
