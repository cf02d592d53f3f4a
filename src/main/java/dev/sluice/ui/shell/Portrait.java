package dev.sluice.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// Takes pictures.
final class Portrait {
  private Portrait() {}

  /// That node as it is on its screen, as sharp as there, without what stands out of it.
  static WritableImage of(Node node) {
    double scale = node.getScene().getWindow().getOutputScaleX();
    var all = node.localToParent(node.getLayoutBounds());
    var parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setViewport(
        new Rectangle2D(
            all.getMinX() * scale,
            all.getMinY() * scale,
            all.getWidth() * scale,
            all.getHeight() * scale));
    return node.snapshot(parameters, null);
  }
}
