package dev.sluice.ui.verdict;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.Shapes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// Each measure with its ratio, all on one axis; what the axis and its zones mean is said once,
/// below. Then the error budget, which is no ratio.
final class MeasureList extends VBox {
  private static final double NAME = 90;

  MeasureList() {
    getStyleClass().add("judgement-measures");
  }

  void show(List<MeasureView> measures, Optional<JudgementView.BudgetView> budget) {
    getChildren().clear();
    var ratios = measures.stream().map(MeasureView::ratio).filter(RatioView::known).toList();
    var scale = LogScale.over(ratios);
    measures.forEach(measure -> getChildren().add(measure(measure, scale)));
    if (!ratios.isEmpty()) {
      getChildren().add(new VBox(new RatioAxis(scale), legend(ratios)));
    }
    budget.ifPresent(left -> getChildren().add(budget(left)));
    Labels.shown(this, !getChildren().isEmpty());
  }

  private static VBox measure(MeasureView shown, LogScale scale) {
    var head =
        Labels.row(
            "gate",
            Shapes.slot(shown.mark()),
            Labels.keptName(shown.name(), NAME),
            Labels.gap(),
            Labels.whole(Labels.of(shown.words(), "dim")));
    var measure = new VBox(head);
    if (shown.mark() == Mark.BAD) {
      measure.getStyleClass().add("alarmed");
    }
    if (shown.ratio().known()) {
      measure.getChildren().add(new IntervalPlot(shown.ratio(), scale));
    }
    measure.setAccessibleRole(AccessibleRole.TEXT);
    measure.setAccessibleText(shown.spoken());
    Tooltip.install(measure, new Tooltip(shown.tip()));
    return measure;
  }

  /// What each zone is and where it begins; bounds that differ are named in the measures’ order.
  private static FlowPane legend(List<RatioView> ratios) {
    var legend = new FlowPane();
    legend.getStyleClass().add("interval-legend");
    var asked = ratios.stream().filter(RatioView::asks).mapToDouble(RatioView::asked);
    String enough = times(asked);
    if (!enough.isEmpty()) {
      legend.getChildren().add(key("interval-enough-key", Texts.of("ratio.asked", enough)));
    }
    String alarm = times(ratios.stream().mapToDouble(RatioView::tolerated));
    legend.getChildren().add(key("interval-alarm-key", Texts.of("ratio.tolerated", alarm)));
    return legend;
  }

  private static String times(DoubleStream ratios) {
    return ratios.mapToObj(Ratios::times).distinct().collect(Collectors.joining(" / "));
  }

  private static HBox key(String styleClass, String words) {
    var swatch = new Region();
    swatch.getStyleClass().add(styleClass);
    return Labels.row("interval-key", swatch, Labels.whole(Labels.of(words, "dim", "small")));
  }

  private static Node budget(JudgementView.BudgetView shown) {
    var left = Labels.wrapped(shown.left(), "dim");
    left.setTextAlignment(TextAlignment.RIGHT);
    left.setAlignment(Pos.TOP_RIGHT);
    left.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(left, Priority.ALWAYS);
    var head =
        Labels.row(
            "gate", Shapes.slot(shown.mark()), Labels.keptName(Texts.of("burn"), NAME), left);
    var budget = new VBox(head);
    budget.setAccessibleRole(AccessibleRole.TEXT);
    budget.setAccessibleText(Texts.of("burn.spoken", Texts.of("burn"), shown.left(), shown.used()));
    if (!shown.used().isEmpty()) {
      Tooltip.install(budget, new Tooltip(shown.used()));
    }
    return budget;
  }
}
