package dev.sluice.ui.release;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// What a release is held to, as far as somebody has said it: term, value, and from where.
final class PolicyList extends VBox {
  private static final double NAME = 110;
  private PolicyView view = new PolicyView(List.of(), List.of());

  PolicyList() {
    getStyleClass().add("gate-list");
  }

  void show(PolicyView next) {
    if (!next.equals(view)) {
      view = next;
      getChildren().clear();
      next.mistakes().forEach(words -> getChildren().add(Labels.wrapped(words, "bad", "small")));
      next.values().forEach(this::row);
    }
  }

  private void row(PolicyView.Value value) {
    var row =
        Labels.row(
            "gate",
            Labels.keptName(value.term(), NAME),
            Labels.gap(),
            Labels.keptName(value.value(), NAME, "dim"));
    row.setAccessibleText(Texts.of("policy.spoken", value.term(), value.value(), value.from()));
    Tooltip.install(row, new Tooltip(Texts.of("policy.tip", value.term(), value.from())));
    getChildren().addAll(row, Labels.cut(value.from(), "dim", "small"));
  }
}
