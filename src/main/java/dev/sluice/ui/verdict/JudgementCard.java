package dev.sluice.ui.verdict;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.VerdictCard;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The verdict in large letters with its sentence, and each measure’s ratio below.
public final class JudgementCard extends VBox {
  private final VerdictCard verdict = new VerdictCard();
  private final Label outlook = Labels.wrapped("", "dim", "small");
  private final MeasureList measures = new MeasureList();
  private final ProspectTable prospects = new ProspectTable();
  private final ToggleButton opener = Labels.whole(new ToggleButton(Texts.of("evidence")));
  private @Nullable JudgementView view;

  /// @param prove what happens when the evidence is asked for, or no more
  public JudgementCard(Consumer<Boolean> prove) {
    getStyleClass().add("judgement");
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
    measures.show(next.measures(), next.budget());
    next.prospects().ifPresent(prospects::show);
    Labels.shown(prospects, next.prospects().isPresent());
  }
}
