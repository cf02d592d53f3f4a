package dev.sluice.ui.clusters;

import dev.sluice.text.Texts;
import dev.sluice.ui.clusters.ClustersView.ContextView;
import dev.sluice.ui.control.CommandField;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A context that could be watched, and what is in the way.
final class ContextRow extends VBox {
  private static final double LEAST = 120;
  private static final Insets INDENT = new Insets(0, 0, 0, 24);

  /// @param want is told whether it is to be watched
  ContextRow(ContextView context, BiConsumer<String, Boolean> want) {
    getStyleClass().add("context-row");
    var box = new CheckBox(context.name());
    box.setMnemonicParsing(false);
    box.setSelected(context.watched());
    box.setAccessibleText(Texts.of("clusters.watch.spoken", context.name()));
    box.selectedProperty().subscribe(on -> want.accept(context.name(), on));
    box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    box.setMinWidth(LEAST);
    var head = Labels.row("context-head", box, new EnvironmentTag(context.environment()));
    getChildren().add(head);
    if (!context.note().words().isEmpty()) {
      note(context, head);
    }
    context
        .approval()
        .forEach(words -> {
          var field = new CommandField(words);
          VBox.setMargin(field, INDENT);
          getChildren().add(field);
        });
  }

  /// Beside the name where it is a few words; below it where there is something to be done.
  private void note(ContextView context, HBox head) {
    Label note = Labels.wrapped(context.note().words(), "dim");
    note.setMinWidth(0);
    HBox.setHgrow(note, Priority.ALWAYS);
    if (context.approval().isEmpty()) {
      head.getChildren().addAll(Shapes.slot(context.note().mark()), note);
      return;
    }
    var below = Labels.row("context-head", Shapes.slot(context.note().mark()), note);
    VBox.setMargin(below, INDENT);
    getChildren().add(below);
  }
}
