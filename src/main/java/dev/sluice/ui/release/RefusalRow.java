package dev.sluice.ui.release;

import dev.sluice.release.ReleaseRef;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.CommandField;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.Shapes;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A cluster that did not go back: why, and what to do about it.
final class RefusalRow extends HBox {
  private static final double LEAST = 240;

  RefusalRow(ClustersView.Refusal refusal, Consumer<ReleaseRef> open) {
    var why = Labels.wrapped(refusal.why());
    HBox.setHgrow(why, Priority.ALWAYS);
    var said = Labels.row("refusal-line", Labels.whole(Labels.of(refusal.what(), "strong")), why);
    var todo = Labels.cut(refusal.todo(), "dim");
    var command = new CommandField(refusal.command());
    command.setMinWidth(LEAST);
    HBox.setHgrow(command, Priority.ALWAYS);
    var done = Labels.row("refusal-line", todo, command);
    if (!refusal.open()) {
      done.getChildren().add(open(refusal.ref(), open));
    }
    var lines = new VBox(said, done);
    lines.getStyleClass().add("refusal-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    getStyleClass().addAll("row", "news", "news-bad", "refusal");
    getChildren().addAll(Shapes.slot(Mark.BAD), lines);
    setAccessibleText(refusal.what() + " " + refusal.why() + " " + refusal.todo());
  }

  private static Button open(ReleaseRef ref, Consumer<ReleaseRef> open) {
    var button = Labels.whole(new Button(Texts.of("fleet.refused.open", ref.context())));
    button.setAccessibleText(Texts.of("fleet.open.spoken", ref.context()));
    button.setOnAction(_ -> open.accept(ref));
    return button;
  }
}
