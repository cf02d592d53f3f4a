package dev.sluice.ui.shell;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The keys there are. It stands beside the page and covers nothing.
final class Help extends VBox {
  private final GridPane keys = new GridPane();
  private int rows;

  Help() {
    getStyleClass().addAll("help", "card");
    keys.getStyleClass().add("help-keys");
    add(Texts.of("key.back"), Texts.of("key.back.does"));
    add(Texts.of("key.rollback"), Texts.of("key.rollback.does"));
    add(Texts.of("key.filter"), Texts.of("key.filter.does"));
    add(Texts.of("key.open"), Texts.of("key.open.does"));
    add(Texts.of("key.hold"), Texts.of("key.hold.does"));
    add(Texts.of("key.cross"), Texts.of("key.cross.does"));
    add(Texts.of("key.help"), Texts.of("key.help.does"));
    getChildren().addAll(Labels.of(Texts.of("frame.keys.spoken"), "heading"), keys);
    setAccessibleText(Texts.of("frame.keys.spoken"));
  }

  private void add(String key, String does) {
    Label name = Labels.whole(Labels.of(key, "pill"));
    keys.addRow(rows++, name, Labels.wrapped(does));
  }
}
