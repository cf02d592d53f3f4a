package dev.sluice.ui.clusters;

import dev.sluice.text.Texts;
import dev.sluice.ui.clusters.ClustersView.Approval;
import dev.sluice.ui.clusters.ClustersView.ContextView;
import dev.sluice.ui.control.Aligned;
import dev.sluice.ui.control.CommandField;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A context that could be watched, and what is in the way.
final class ContextRow extends VBox {
  private static final double LEAST = 120;
  private static final double MOST = 320;
  private static final Insets INDENT = new Insets(0, 0, 0, 24);

  /// What lines up with the other rows.
  record Columns(List<Aligned> names, List<Aligned> tags) {
    Columns() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /// @param want is told whether it is to be watched
  ContextRow(ContextView context, Columns columns, BiConsumer<String, Boolean> want) {
    getStyleClass().add("context-row");
    var box = new CheckBox(context.name());
    box.setMnemonicParsing(false);
    box.setSelected(context.watched());
    box.setAccessibleText(Texts.of("clusters.watch.spoken", context.name()));
    box.selectedProperty().subscribe(on -> want.accept(context.name(), on));
    box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    box.setMinWidth(LEAST);
    var head =
        Labels.row(
            "context-head",
            new Aligned(box, columns.names(), MOST),
            new Aligned(new EnvironmentTag(context.environment()), columns.tags(), MOST));
    getChildren().add(head);
    if (!context.note().words().isEmpty()) {
      note(context, head);
    }
    context
        .approval()
        .ifPresent(wanted -> {
          var shown = approval(wanted);
          VBox.setMargin(shown, INDENT);
          getChildren().add(shown);
        });
  }

  /// What is to be looked at, and what to run once it was.
  private static GridPane approval(Approval wanted) {
    var command = new CommandField(wanted.command());
    GridPane.setHgrow(command, Priority.ALWAYS);
    var grid = new GridPane();
    grid.getStyleClass().add("approval");
    grid.addRow(
        0, name(Texts.of("clusters.program")), Labels.wrapped(wanted.program(), "copyable"));
    grid.addRow(1, name(Texts.of("clusters.digest")), Labels.wrapped(wanted.digest(), "copyable"));
    grid.addRow(2, name(Texts.of("clusters.approve")), command);
    return grid;
  }

  private static Label name(String name) {
    return Labels.whole(Labels.of(name, "dim"));
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
