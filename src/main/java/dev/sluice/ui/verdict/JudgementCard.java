package dev.sluice.ui.verdict;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import dev.sluice.ui.control.VerdictCard;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The verdict in large letters with its sentence, and each measure’s ratio below.
public final class JudgementCard extends VBox {
  private static final double NAME = 90;

  private final VerdictCard verdict = new VerdictCard();
  private final Label outlook = Labels.wrapped("", "dim", "small");
  private final VBox measures = new VBox();
  private final ProspectTable prospects = new ProspectTable();
  private final ToggleButton opener = Labels.whole(new ToggleButton(Texts.of("evidence")));
  private @Nullable JudgementView view;

  /// @param prove what happens when the evidence is asked for, or no more
  public JudgementCard(Consumer<Boolean> prove) {
    getStyleClass().add("judgement");
    measures.getStyleClass().add("judgement-measures");
    getChildren().addAll(verdict, outlook, measures, prospects);
    opener.getStyleClass().add("inline");
    opener.setTooltip(new Tooltip(Texts.of("evidence.hint")));
    opener.setAccessibleText(Texts.of("evidence.hint"));
    opener.setOnAction(_ -> prove.accept(opener.isSelected()));
  }

  /// The button that shows the evidence, to stand beside the card’s title.
  public Node opener() {
    return opener;
  }

  /// Whether the evidence is shown.
  public void proving(boolean on) {
    opener.setSelected(on);
  }

  /// Shows this verdict.
  public void show(JudgementView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    next.verdict().ifPresent(verdict::show);
    Labels.shown(verdict, next.verdict().isPresent());
    outlook.setText(next.outlook());
    Labels.shown(outlook, !next.outlook().isEmpty());
    measures.getChildren().setAll(next.measures().stream().map(JudgementCard::measure).toList());
    next.budget().ifPresent(budget -> measures.getChildren().add(budget(budget)));
    Labels.shown(measures, !measures.getChildren().isEmpty());
    next.prospects().ifPresent(prospects::show);
    Labels.shown(prospects, next.prospects().isPresent());
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

  private static VBox budget(JudgementView.BudgetView shown) {
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
