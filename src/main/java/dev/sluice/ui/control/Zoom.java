package dev.sluice.ui.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger. The content is laid out in as many of its own pixels as remain, never
/// in fewer than it needs to stand without overlapping: then it is enlarged by less.
public final class Zoom extends Region {
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 600;
  private static final int FONT = 13;

  private final Region content;
  private final Scale scale = new Scale(1, 1);
  private double factor = 1;
  private String sheet = "";

  public Zoom(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /// Shows the content that much larger, as far as there is room.
  ///
  /// @param percent 100 and more
  public void show(int percent) {
    factor = percent / 100.0;
    popups();
    requestLayout();
  }

  /// How much larger the content is really shown now.
  public double shown() {
    return scale.getX();
  }

  @Override
  protected void layoutChildren() {
    double most = Math.min(getWidth() / LEAST_WIDTH, getHeight() / LEAST_HEIGHT);
    double now = Math.max(1, Math.min(factor, most));
    scale.setX(now);
    scale.setY(now);
    content.resizeRelocate(0, 0, getWidth() / now, getHeight() / now);
  }

  /// Tooltips and menus are windows of their own, which no transform of this one reaches.
  private void popups() {
    Parent root = this;
    root.getStylesheets().remove(sheet);
    if (factor > 1) {
      var css =
          ".tooltip, .context-menu, .combo-box-popup { -fx-font-size: %dpx; }"
              .formatted(Math.round(FONT * factor));
      sheet =
          "data:text/css;base64,"
              + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
      root.getStylesheets().add(sheet);
    }
  }
}
