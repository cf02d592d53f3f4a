package dev.sluice.ui.chart;

import dev.sluice.gate.SignalFigures;
import dev.sluice.text.Texts;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The drawn part of a chart: axes, grid, lines, shades, limit, crosshair. Deaf to the mouse, so
/// that none of chart-fx's menus and zooms come up.
final class Plot extends StackPane {
  /// A share of the height that stays free below the axis, so that a line of noughts is seen.
  private static final double FOOT = 0.015;

  /// Charts above each other line up only if their vertical axes are as wide.
  private static final double NARROWEST = 64;

  private final Ruler time = new Ruler();
  private final Ruler height = new Ruler();
  private final ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
  private final XYChart chart = new XYChart(time, height);
  private final Overlay overlay;
  private List<Trace> traces = List.of();

  Plot() {
    getStyleClass().add("plot");
    renderer.setErrorStyle(ErrorStyle.NONE);
    renderer.setAllowNaNs(true);
    renderer.setDrawMarker(false);
    renderer.setPointReduction(false);
    renderer.setParallelImplementation(false);
    chart.getRenderers().setAll(List.of(renderer));
    chart.setLegendVisible(false);
    chart.setAnimated(false);
    chart.getMenuPane().setTop(null);
    chart.setMouseTransparent(true);
    chart.setFocusTraversable(false);
    chart.getMenuPane().setFocusTraversable(false);
    chart.getPlotArea().setFocusTraversable(false);
    chart.setMinSize(0, 0);
    setMinSize(0, 0);
    height.narrowest(NARROWEST);
    overlay = new Overlay(chart.getPlotBackground(), time, height);
    chart.getPlugins().add(overlay);
    getChildren().add(chart);
  }

  /// Draws everything that many times as large: sizes in the style sheet are tenths of an `em`.
  void scale(double scale) {
    setStyle("-fx-font-size: " + 10 * scale + "px;");
    height.narrowest(NARROWEST * scale);
    overlay.scale(scale);
  }

  /// What can be seen of these lines in a plot as wide as this one.
  List<Columns> cut(List<Line> lines, TimeScale span) {
    int columns = Math.max(400, (int) plotWidth());
    return lines.stream()
        .map(line -> Columns.of(line.series(), span.from(), span.to(), columns))
        .toList();
  }

  /// Draws the lines of that view, of which `cuts` can be seen, first one on top.
  void show(ChartView view, List<Columns> cuts, TimeScale span, List<Band> bands) {
    Scale scale = Scale.of(view.signal(), cuts, view.limit());
    time.show(span.from(), span.to(), span.step(), span::label);
    height.show(
        scale.lower() - FOOT * (scale.upper() - scale.lower()),
        scale.upper(),
        scale.step(),
        tick -> Units.tick(view.signal(), tick, scale.step()));
    overlay.bands(bands);
    overlay.limit(view.limit().orElse(Double.NaN), limitLabel(view, scale));
    draw(view.lines(), cuts);
    chart.invalidate();
  }

  /// Moves the crosshair to a time in epoch seconds, `NaN` takes it away.
  void cross(double at) {
    overlay.cross(at);
  }

  /// The time under a point, empty outside of the plot.
  OptionalDouble timeAt(double sceneX, double sceneY) {
    Bounds area = area().localToScene(area().getLayoutBounds());
    return area.contains(sceneX, sceneY)
        ? OptionalDouble.of(time.getValueForDisplay(area().sceneToLocal(sceneX, sceneY).getX()))
        : OptionalDouble.empty();
  }

  private Node area() {
    return chart.getCanvas();
  }

  private double plotWidth() {
    return chart.getCanvas().getWidth();
  }

  private static String limitLabel(ChartView view, Scale scale) {
    if (view.limit().isEmpty()) {
      return "";
    }
    double limit = view.limit().getAsDouble();
    String value = SignalFigures.of(view.signal(), limit);
    return scale.holds(limit)
        ? Texts.of("chart.limit", value)
        : Texts.of("chart.limit.above", value);
  }

  private void draw(List<Line> lines, List<Columns> cuts) {
    List<Trace> next = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!cuts.get(i).empty()) {
        next.add(trace(lines.get(i), cuts.get(i)));
      }
    }
    if (!next.equals(traces)) {
      renderer.getDatasets().setAll(next);
    }
    traces = next;
  }

  private Trace trace(Line line, Columns points) {
    for (Trace trace : traces) {
      if (trace.draws(line)) {
        trace.show(points);
        return trace;
      }
    }
    return new Trace(line, points);
  }
}
