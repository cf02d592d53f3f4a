package dev.sluice.ui.release;

import dev.sluice.state.LogTail;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Pods, a line or two each; where a log tells more, a button reads it.
final class PodList extends VBox {
  private static final double NAME = 100;

  private final Consumer<LogTail.Source> read;
  private List<PodView> pods = List.of();

  /// @param read is told whose log is wanted
  PodList(Consumer<LogTail.Source> read) {
    this.read = read;
    getStyleClass().add("gate-list");
  }

  void show(List<PodView> next) {
    if (!next.equals(pods)) {
      pods = List.copyOf(next);
      getChildren().setAll(pods.stream().map(this::row).toList());
    }
  }

  private HBox row(PodView pod) {
    var words = new VBox(Labels.keptName(pod.name(), NAME));
    if (!pod.detail().isEmpty()) {
      words.getChildren().add(Labels.keptName(pod.detail(), NAME, "dim", "small"));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = Labels.row("gate", Shapes.slot(pod.mark()), words);
    row.getStyleClass().add("pod");
    if (!pod.figure().isEmpty()) {
      row.getChildren().add(Labels.whole(Labels.of(pod.figure(), "dim")));
    }
    pod.log().ifPresent(source -> row.getChildren().add(button(source)));
    return row;
  }

  private Button button(LogTail.Source source) {
    var button = Labels.whole(new Button(Texts.of("log.read")));
    button.getStyleClass().addAll("quiet", "inline");
    button.setAccessibleText(Texts.of("log.read.spoken", source.container(), source.pod()));
    button.setOnAction(_ -> read.accept(source));
    return button;
  }
}
