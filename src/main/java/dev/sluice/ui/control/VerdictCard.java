package dev.sluice.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A judgement in large letters, and why below it.
public final class VerdictCard extends VBox {
  private final HBox head = Labels.row("verdict-head");
  private final Label reason = Labels.wrapped("", "dim");
  private @Nullable VerdictView view;

  public VerdictCard() {
    getStyleClass().add("verdict");
    getChildren().addAll(head, reason);
  }

  /// Shows this judgement.
  public void show(VerdictView next) {
    if (!next.equals(view)) {
      view = next;
      Label words = Labels.wrapped(next.words(), "medium");
      head.getChildren().setAll(Shapes.slot(next.mark()), words);
      reason.setText(next.reason());
      reason.setVisible(!next.reason().isEmpty());
      reason.setManaged(!next.reason().isEmpty());
    }
  }
}
