package dev.sluice.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The times below the rows, at the same moments as below the charts.
final class RunTicks extends Region {
  private static final double HEIGHT = 16;
  private static final double GAP = 8;

  private final List<Text> labels = new ArrayList<>();
  private TimeScale span = new TimeScale(0, 1, 1);
  private double left;
  private double right;

  RunTicks() {
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
  }

  /// @param newLeft pixels before the rows' plots
  /// @param newRight pixels after them
  void show(TimeScale newSpan, double newLeft, double newRight) {
    span = newSpan;
    left = newLeft;
    right = newRight;
    labels.clear();
    for (double at = first(); at <= span.to(); at += span.step()) {
      var label = new Text(span.label(at));
      label.setTextOrigin(VPos.TOP);
      label.setManaged(false);
      label.getStyleClass().add("chart-band-label");
      labels.add(label);
    }
    getChildren().setAll(labels);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - left - right - 2 * GAP;
    double at = first();
    for (Text label : labels) {
      double x = left + GAP + width * (at - span.from()) / (span.to() - span.from());
      label.setX(x - label.getLayoutBounds().getWidth() / 2);
      label.setY(1);
      at += span.step();
    }
  }

  private double first() {
    return Math.ceil(span.from() / span.step()) * span.step();
  }
}
