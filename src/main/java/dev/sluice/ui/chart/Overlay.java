package dev.sluice.ui.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// What lies over and under the lines: shaded stages, the limit, the crosshair. Placed after the
/// chart's own layout, when the axes know their lengths.
final class Overlay extends ChartPlugin {
  private static final double MARGIN = 5;

  private final Pane ground;
  private final Axis time;
  private final Axis height;
  private final Line limit = new Line();
  private final Text limitLabel = new Text();
  private final Line cross = new Line();
  private final List<Shade> shades = new ArrayList<>();
  private double scale = 1;
  private double limitValue = Double.NaN;
  private double crossTime = Double.NaN;

  private record Shade(Band band, Rectangle area, Line edge, Text label) {}

  /// @param ground a pane under the lines, as large as the plot
  Overlay(Pane ground, Axis time, Axis height) {
    this.ground = ground;
    this.time = time;
    this.height = height;
    limit.getStyleClass().add("chart-limit");
    limitLabel.getStyleClass().add("chart-limit-label");
    limitLabel.setTextOrigin(VPos.BASELINE);
    cross.getStyleClass().add("chart-cross");
    cross.setVisible(false);
    getChartChildren().addAll(limit, limitLabel, cross);
  }

  void bands(List<Band> bands) {
    if (shades.stream().map(Shade::band).toList().equals(bands)) {
      return;
    }
    shades.clear();
    bands.forEach(band -> shades.add(shade(band)));
    List<Node> nodes = new ArrayList<>();
    shades.forEach(s -> nodes.addAll(List.of(s.area, s.edge, s.label)));
    ground.getChildren().setAll(nodes);
    // New shades are not left lying at the left edge until the chart is laid out again.
    runPostLayout();
  }

  /// @param value `NaN` for no limit
  void limit(double value, String label) {
    limitValue = value;
    limitLabel.setText(label);
  }

  /// @param at epoch seconds, `NaN` for none
  void cross(double at) {
    crossTime = at;
    placeCross();
  }

  /// Keeps that many times the distances.
  void scale(double newScale) {
    scale = newScale;
  }

  @Override
  public void runPostLayout() {
    double width = time.getLength();
    double depth = height.getLength();
    // Before its first layout an axis has no length, and says so by NaN.
    if (!(width > 0 && depth > 0)) {
      return;
    }
    shades.forEach(shade -> place(shade, width, depth));
    placeLimit(width);
    clearTheLimitsWords();
    placeCross();
  }

  /// Where two labels would lie on each other, the limit's is the one to read.
  private void clearTheLimitsWords() {
    for (Shade shade : shades) {
      boolean covered =
          limitLabel.isVisible()
              && shade.label.getBoundsInLocal().intersects(limitLabel.getBoundsInLocal());
      shade.label.setVisible(shade.label.isVisible() && !covered);
    }
  }

  private static Shade shade(Band band) {
    var area = new Rectangle();
    area.getStyleClass().add("chart-band");
    area.setOpacity(shade(band.percent()));
    var edge = new Line();
    edge.getStyleClass().add("chart-band-edge");
    var label = new Text(band.label());
    label.getStyleClass().add("chart-band-label");
    label.setTextOrigin(VPos.TOP);
    for (Node node : List.of(area, edge, label)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    return new Shade(band, area, edge, label);
  }

  /// How strongly a stage of that weight is shaded.
  static double shade(int percent) {
    return 0.03 + 0.16 * Math.sqrt(percent / 100.0);
  }

  private void place(Shade shade, double width, double depth) {
    double left = clamp(x(TimeScale.seconds(shade.band.from())), width);
    double right = clamp(x(TimeScale.seconds(shade.band.to())), width);
    shade.area.setX(left);
    shade.area.setWidth(right - left);
    shade.area.setHeight(depth);
    line(shade.edge, left, 0, left, depth);
    shade.edge.setVisible(left > 0 && left < width);
    shade.label.setX(left + MARGIN * scale);
    shade.label.setY(2 * scale);
    shade.label.setVisible(
        shade.label.getLayoutBounds().getWidth() + 2 * MARGIN * scale <= right - left);
  }

  private void placeLimit(double width) {
    boolean known = !Double.isNaN(limitValue);
    boolean inside = known && limitValue <= height.getMax() && limitValue >= height.getMin();
    limit.setVisible(inside);
    limitLabel.setVisible(known);
    if (!known) {
      return;
    }
    double y = inside ? crisp(height.getDisplayPosition(limitValue)) : 0;
    line(limit, 0, y, width, y);
    double text = limitLabel.getLayoutBounds().getHeight();
    // At the right the newest figures stand, which are what is looked for.
    limitLabel.setX(MARGIN * scale);
    double above = y - 4 * scale;
    limitLabel.setY(above < text * 0.7 ? y + text : above);
  }

  private void placeCross() {
    double x = Double.isNaN(crossTime) ? Double.NaN : crisp(x(crossTime));
    boolean inside = x >= 0 && x <= time.getLength();
    cross.setVisible(inside);
    if (inside) {
      line(cross, x, 0, x, height.getLength());
    }
  }

  private double x(double seconds) {
    return time.getDisplayPosition(seconds);
  }

  private static double clamp(double x, double width) {
    return Math.clamp(x, 0, width);
  }

  private static double crisp(double position) {
    return Math.floor(position) + 0.5;
  }

  private static void line(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}
