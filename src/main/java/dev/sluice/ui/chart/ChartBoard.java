package dev.sluice.ui.chart;

import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/// The charts of a release on one time axis, as many in a row as the room asks for, with one
/// crosshair through all of them. By keyboard the arrows move it and Home takes it away; what it
/// stands on is spoken.
public final class ChartBoard extends GridPane {
  private static final int KEY_STEPS = 60;

  private final List<SignalChart> charts = new ArrayList<>();
  private final RunStrip runs = new RunStrip();
  private @Nullable ChartsView view;
  private double crossAt = Double.NaN;
  private ChartGrid grid = new ChartGrid(2, 0, 0);
  private double roomWidth;
  private double roomHeight;

  public ChartBoard() {
    getStyleClass().add("chart-board");
    setMinWidth(0);
    setFocusTraversable(true);
    setAccessibleText(Texts.of("chart.board"));
    setAccessibleHelp(Texts.of("chart.board.help"));
    setHgap(ChartGrid.GAP);
    setVgap(ChartGrid.GAP);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> cross(Double.NaN));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().subscribe(on -> cross(on ? crossAt : Double.NaN));
  }

  /// Shows these charts; draws only those that changed.
  public void show(ChartsView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    arrange(next.charts().size());
    TimeScale span = TimeScale.of(next.from(), next.to());
    for (int i = 0; i < charts.size(); i++) {
      charts.get(i).show(next.charts().get(i), span, next.bands());
    }
    runs.show(next);
    speak();
  }

  /// The rows below the charts, which share their time axis and crosshair.
  public RunStrip runs() {
    return runs;
  }

  /// What a screen reader says of the board: each chart's values at the crosshair, else the newest,
  /// and between which they were.
  private void speak() {
    var spoken = new StringJoiner(". ");
    spoken.add(Texts.of("chart.board"));
    if (!Double.isNaN(crossAt)) {
      spoken.add(TimeScale.moment(crossAt));
    }
    charts.forEach(chart -> spoken.add(chart.getAccessibleText()));
    setAccessibleText(spoken.toString());
  }

  /// Fits the charts into a room of that size. What finds no place in it stands below.
  public void fit(double width, double height) {
    roomWidth = width;
    roomHeight = height;
    lay(ChartGrid.of(charts.size(), width, height));
  }

  private void arrange(int count) {
    if (charts.size() != count) {
      charts.clear();
      for (int i = 0; i < count; i++) {
        charts.add(new SignalChart());
      }
      getChildren().clear();
      boolean known = roomWidth > 0;
      lay(
          known
              ? ChartGrid.of(count, roomWidth, roomHeight)
              : ChartGrid.of(count, Double.MAX_VALUE, Double.MAX_VALUE));
    }
  }

  private void lay(ChartGrid next) {
    if (!next.equals(grid) || getChildren().size() != charts.size()) {
      grid = next;
      place();
    }
  }

  private void place() {
    getChildren().clear();
    getRowConstraints().clear();
    getColumnConstraints().clear();
    for (int i = 0; i < grid.columns(); i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / grid.columns());
      column.setMinWidth(0);
      getColumnConstraints().add(column);
    }
    for (int i = 0; i < charts.size(); i++) {
      add(charts.get(i), i % grid.columns(), i / grid.columns());
    }
    for (int i = 0; i < grid.rows(); i++) {
      var row = new RowConstraints();
      row.setPercentHeight(100.0 / grid.rows());
      row.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(row);
    }
    setMinHeight(grid.least());
  }

  private void point(MouseEvent mouse) {
    for (SignalChart chart : charts) {
      OptionalDouble at = chart.plot().timeAt(mouse.getSceneX(), mouse.getSceneY());
      if (at.isPresent()) {
        cross(at.getAsDouble());
        return;
      }
    }
    cross(Double.NaN);
  }

  private void key(KeyEvent key) {
    if (view == null) {
      return;
    }
    TimeScale span = TimeScale.of(view.from(), view.to());
    double step = (span.to() - span.from()) / KEY_STEPS;
    double from = Double.isNaN(crossAt) ? span.to() : crossAt;
    switch (key.getCode()) {
      case LEFT -> cross(Math.max(span.from(), from - step));
      case RIGHT -> cross(Math.min(span.to(), from + step));
      case HOME -> cross(Double.NaN);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void cross(double at) {
    if (Double.compare(at, crossAt) != 0) {
      crossAt = at;
      charts.forEach(chart -> chart.cross(at));
      runs.cross(at);
      speak();
    }
  }
}
