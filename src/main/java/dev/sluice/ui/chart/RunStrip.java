package dev.sluice.ui.chart;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the engine itself measures, below the charts and on their time axis: a row for each metric
/// of an analysis, and for each experiment.
public final class RunStrip extends VBox {
  private static final double ROW = 38;
  private static final int MOST_AT_ONCE = 3;
  private static final double NAME = 190;
  private static final double SLOT = 32;
  private static final double WORDS = 170;

  private final RunTicks ticks = new RunTicks();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private final List<RunPlot> plots = new ArrayList<>();
  private List<RunView> views = List.of();
  private TimeScale span = new TimeScale(0, 1, 1);
  private List<Band> bands = List.of();
  private double crossAt = Double.NaN;

  public RunStrip() {
    getStyleClass().addAll("card", "run-strip");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    rows.getStyleClass().add("run-rows");
    var title = Labels.of(Texts.of("runs"), "chart-name");
    ticks.getStyleClass().add("run-ticks");
    getChildren().addAll(title, scroll, ticks);
    setMinHeight(USE_PREF_SIZE);
  }

  /// Shows the runs of these charts; takes no room where there are none.
  public void show(ChartsView charts) {
    setVisible(!charts.runs().isEmpty());
    setManaged(!charts.runs().isEmpty());
    var nextSpan = TimeScale.of(charts.from(), charts.to());
    if (charts.runs().equals(views) && nextSpan.equals(span) && charts.bands().equals(bands)) {
      return;
    }
    views = charts.runs();
    span = nextSpan;
    bands = charts.bands();
    plots.clear();
    rows.getChildren().setAll(views.stream().map(this::row).toList());
    ticks.show(span, NAME + SLOT, WORDS);
    double height = ROW * Math.min(MOST_AT_ONCE, Math.max(1, views.size()));
    scroll.setMinHeight(height);
    scroll.setPrefHeight(height);
    scroll.setMaxHeight(height);
  }

  /// @param at epoch seconds, `NaN` for none
  void cross(double at) {
    crossAt = at;
    plots.forEach(plot -> plot.cross(at));
  }

  private HBox row(RunView view) {
    var plot = new RunPlot();
    plot.show(view, span, bands);
    plot.cross(crossAt);
    plots.add(plot);
    HBox.setHgrow(plot, Priority.ALWAYS);
    var name = fixed(Labels.cut(view.name(), "medium"), NAME);
    var words = fixed(Labels.cut(view.words(), "dim"), WORDS);
    var row = Labels.row("run", Shapes.slot(view.mark()), name, plot, words);
    row.setMinHeight(ROW);
    row.setMaxHeight(ROW);
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(
        String.join(", ", view.name(), view.of(), view.words(), view.condition()));
    Tooltip.install(row, new Tooltip(hint(view)));
    return row;
  }

  private static String hint(RunView view) {
    return view.condition().isEmpty()
        ? view.of()
        : Texts.of("runs.hint", view.of(), view.condition());
  }

  private static Label fixed(Label label, double width) {
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    label.setMinWidth(width);
    return label;
  }
}
