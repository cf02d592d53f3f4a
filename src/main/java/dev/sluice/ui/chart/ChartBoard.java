package dev.sluice.ui.chart;

import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/// The charts of a release on one time axis, two in a row, with one crosshair through all of them.
/// By keyboard the arrows move it and Home takes it away.
public final class ChartBoard extends GridPane {
  private static final int IN_A_ROW = 2;
  private static final int KEY_STEPS = 60;

  private final List<SignalChart> charts = new ArrayList<>();
  private @Nullable ChartsView view;
  private double crossAt = Double.NaN;

  public ChartBoard() {
    getStyleClass().add("chart-board");
    setMinSize(0, 0);
    setFocusTraversable(true);
    setAccessibleText(Texts.of("chart.board"));
    setAccessibleHelp(Texts.of("chart.board.help"));
    for (int i = 0; i < IN_A_ROW; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / IN_A_ROW);
      column.setMinWidth(0);
      getColumnConstraints().add(column);
    }
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
  }

  private void arrange(int count) {
    if (charts.size() == count) {
      return;
    }
    charts.clear();
    getChildren().clear();
    getRowConstraints().clear();
    for (int i = 0; i < count; i++) {
      var chart = new SignalChart();
      charts.add(chart);
      add(chart, i % IN_A_ROW, i / IN_A_ROW);
    }
    int rows = (count + IN_A_ROW - 1) / IN_A_ROW;
    for (int i = 0; i < rows; i++) {
      var row = new RowConstraints();
      row.setPercentHeight(100.0 / rows);
      row.setMinHeight(0);
      row.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(row);
    }
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
    }
  }
}
