package dev.sluice.ui.control;

import dev.sluice.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A command to be run in a terminal: it can be selected, and copied by one click.
public final class CommandField extends HBox {

  public CommandField(String command) {
    var field = new TextField(command);
    field.setEditable(false);
    field.getStyleClass().add("copyable");
    field.setAccessibleText(command);
    field.setMinWidth(0);
    HBox.setHgrow(field, Priority.ALWAYS);
    var copy = Labels.whole(new Button(Texts.of("command.copy")));
    copy.getStyleClass().addAll("quiet", "inline");
    copy.setAccessibleText(Texts.of("command.copy.spoken", command));
    copy.setOnAction(_ -> copy(command));
    getStyleClass().addAll("row", "command-field");
    getChildren().addAll(field, copy);
  }

  private static void copy(String command) {
    var content = new ClipboardContent();
    content.putString(command);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
