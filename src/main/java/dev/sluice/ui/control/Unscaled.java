package dev.sluice.ui.control;

import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;

/// Lays its content out in the window's own pixels, however much larger its ancestors are shown.
/// What paints pixels (a canvas) would be blurred where these are enlarged afterwards; here it is
/// told the scale, and draws itself that much larger, on whole pixels.
public final class Unscaled extends Region {
  private final Region content;
  private final DoubleConsumer scaled;
  private final Scale inverse = new Scale(1, 1);
  private double scale = 1;
  private double told = 1;

  /// @param scaled told before the next layout whenever the content is to draw itself that many
  ///   times as large as at 1
  public Unscaled(Region content, DoubleConsumer scaled) {
    this.content = content;
    this.scaled = scaled;
    content.getTransforms().add(inverse);
    getChildren().add(content);
    setMinSize(0, 0);
    localToSceneTransformProperty().subscribe(this::place);
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) / scale;
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(-1) / scale;
  }

  @Override
  protected void layoutChildren() {
    place(getLocalToSceneTransform());
  }

  private void place(Transform window) {
    var scene = getScene();
    if (scene == null) {
      return;
    }
    if (window.getMxx() != scale) {
      scale = window.getMxx();
      inverse.setX(1 / scale);
      inverse.setY(1 / scale);
      tell(scene);
    }
    // Between two pixels even what is drawn at their size is blurred.
    content.resizeRelocate(
        (snapPositionX(window.getTx()) - window.getTx()) / scale,
        (snapPositionY(window.getTy()) - window.getTy()) / scale,
        snapPositionX(getWidth() * scale),
        snapPositionY(getHeight() * scale));
  }

  /// Not at once: what is styled anew in the midst of a layout can be left without any style, and
  /// on its way from one parent to another it stands under no scale for a moment.
  private void tell(Scene scene) {
    var telling =
        new Runnable() {
          @Override
          public void run() {
            scene.removePreLayoutPulseListener(this);
            double now = getLocalToSceneTransform().getMxx();
            if (scene.equals(getScene()) && now != told) {
              told = now;
              scaled.accept(now);
            }
          }
        };
    scene.addPreLayoutPulseListener(telling);
    Platform.requestNextPulse();
  }
}
