package dev.sluice.ui.release;

import dev.sluice.state.LogTail;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The end of a container's log, below the charts. It covers nothing and is written nowhere.
final class LogPanel extends VBox {
  private final Intents intents;
  private final Label title = Labels.cut("", "medium");
  private final ToggleButton previous = Labels.whole(new ToggleButton(Texts.of("log.previous")));
  private final TextArea lines = new TextArea();
  private final Label notice = Labels.wrapped("");
  private @Nullable LogView view;

  LogPanel(Intents intents) {
    this.intents = intents;
    getStyleClass().addAll("card", "log-panel");
    lines.setEditable(false);
    lines.getStyleClass().add("code");
    lines.setAccessibleText(Texts.of("log.lines"));
    notice.getStyleClass().add("chart-notice");
    previous.setAccessibleText(Texts.of("log.previous.spoken"));
    previous.setOnAction(_ -> again(previous.isSelected()));
    var again = Labels.whole(new Button(Texts.of("log.again")));
    again.setOnAction(_ -> again(previous.isSelected()));
    again.getStyleClass().add("inline");
    var close = Labels.whole(new Button(Texts.of("log.close")));
    close.setOnAction(_ -> intents.closeLog());
    close.getStyleClass().add("inline");
    previous.getStyleClass().add("inline");
    var head = Labels.row("log-head", title, Labels.gap(), previous, again, close);
    var body = new StackPane(lines, notice);
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, body);
    setMinHeight(0);
  }

  /// Shows this log. Its end is in sight when it is new.
  void show(LogView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    title.setText(next.title());
    previous.setSelected(next.source().previous());
    switch (next.body()) {
      case LogView.Body.Loading _ -> say(Texts.of("log.loading"), "");
      case LogView.Body.Lines(String text) -> say("", text);
      case LogView.Body.None(String why, _) -> say(why, "");
    }
  }

  private void say(String words, String text) {
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
    lines.setVisible(words.isEmpty());
    lines.setText(text);
    lines.positionCaret(text.length());
    lines.setScrollTop(Double.MAX_VALUE);
  }

  private void again(boolean before) {
    if (view != null) {
      var source = view.source();
      intents.readLog(new LogTail.Source(source.pod(), source.container(), before));
    }
  }
}
