package dev.sluice.ui.verdict;

import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import dev.sluice.ui.control.VerdictCard;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The verdict in large letters with its sentence, and each measure’s ratio below.
public final class JudgementCard extends VBox {
  private static final double NAME = 90;

  private final VerdictCard verdict = new VerdictCard();
  private final Label outlook = Labels.wrapped("", "dim", "small");
  private final VBox measures = new VBox();
  private @Nullable JudgementView view;

  public JudgementCard() {
    getStyleClass().add("judgement");
    measures.getStyleClass().add("judgement-measures");
    getChildren().addAll(verdict, outlook, measures);
  }

  /// Shows this verdict.
  public void show(JudgementView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    next.verdict().ifPresent(verdict::show);
    present(verdict, next.verdict().isPresent());
    outlook.setText(next.outlook());
    present(outlook, !next.outlook().isEmpty());
    measures.getChildren().setAll(next.measures().stream().map(JudgementCard::measure).toList());
    present(measures, !next.measures().isEmpty());
  }

  private static VBox measure(MeasureView shown) {
    var head =
        Labels.row(
            "gate",
            Shapes.slot(shown.mark()),
            Labels.keptName(shown.name(), NAME),
            Labels.gap(),
            Labels.whole(Labels.of(shown.words(), "dim")));
    var measure = new VBox(head);
    if (shown.ratio().known()) {
      var plot = new IntervalPlot();
      plot.show(shown.ratio());
      measure.getChildren().add(plot);
    }
    measure.setAccessibleRole(AccessibleRole.TEXT);
    measure.setAccessibleText(shown.spoken());
    Tooltip.install(measure, new Tooltip(shown.tip()));
    return measure;
  }

  private static void present(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }
}
