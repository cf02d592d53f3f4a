package dev.sluice.ui.chart;

import dev.sluice.text.Texts;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The drawn part of a chart: axes, grid, lines, shades, limit, crosshair. Deaf to the mouse, so
/// that none of chart-fx's menus and zooms come up.
///
/// Data never changes inside a data set: writing to one on the FX thread can deadlock with the
/// chart's own read lock. Each time a new one takes the old one's place.
final class Plot extends StackPane {
  private final Ruler time = new Ruler();
  private final Ruler height = new Ruler();
  private final ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
  private final XYChart chart = new XYChart(time, height);
  private final Overlay overlay;

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
    overlay = new Overlay(chart.getPlotBackground(), time, height);
    chart.getPlugins().add(overlay);
    getChildren().add(chart);
  }

  /// Draws these lines, first one on top.
  void show(ChartView view, TimeScale span, List<Band> bands) {
    List<Columns> cuts = new ArrayList<>();
    int columns = Math.max(400, (int) plotWidth());
    for (Line line : view.lines()) {
      cuts.add(Columns.of(line.series(), span.from(), span.to(), columns));
    }
    Scale scale =
        Scale.of(view.signal(), cuts.stream().map(Columns::values).toList(), view.limit());
    time.show(span.from(), span.to(), span.step(), span::label);
    height.show(
        scale.lower(),
        scale.upper(),
        scale.step(),
        tick -> Units.tick(view.signal(), tick, scale.step()));
    overlay.bands(bands);
    overlay.limit(view.limit().orElse(Double.NaN), limitLabel(view, scale));
    renderer.getDatasets().setAll(dataSets(view.lines(), cuts));
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
    String value = Units.value(view.signal(), limit);
    return scale.holds(limit)
        ? Texts.of("chart.limit", value)
        : Texts.of("chart.limit.above", value);
  }

  private static List<DataSet> dataSets(List<Line> lines, List<Columns> cuts) {
    List<DataSet> sets = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Columns cut = cuts.get(i);
      if (!cut.empty()) {
        Line line = lines.get(i);
        var set =
            new DoubleDataSet(line.name(), cut.times(), cut.values(), cut.times().length, false);
        set.addStyleClasses(line.ink().styleClass());
        sets.add(set);
      }
    }
    return sets;
  }
}
