package dev.sluice.ui.control;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands where there is nothing to show: what that means, and why it is so or what to do.
public final class Blank extends VBox {
  private final Label words = Labels.wrapped("", "heading");
  private final Label why = Labels.wrapped("", "dim");
  private Optional<Button> remedy = Optional.empty();

  public Blank() {
    getStyleClass().add("blank");
    words.setContentDisplay(ContentDisplay.TOP);
    words.setGraphicTextGap(10);
    getChildren().addAll(words, why);
  }

  /// With something to do about it.
  ///
  /// @param verb on its button
  public Blank(String verb, Runnable act) {
    this();
    var button = new Button(verb);
    button.setOnAction(_ -> act.run());
    remedy = Optional.of(button);
    getChildren().add(button);
    offer(false);
  }

  /// Whether what can be done about it helps here.
  public void offer(boolean on) {
    remedy.ifPresent(button -> {
      button.setVisible(on);
      button.setManaged(on);
    });
  }

  /// Says this. The mark tells «nothing there» from «not there yet» and «could not be had».
  public void show(Mark mark, String text, String reason) {
    if (!text.equals(words.getText()) || words.getGraphic() == null) {
      words.setText(text);
      words.setGraphic(Shapes.slot(mark));
    }
    why.setText(reason);
    why.setVisible(!reason.isEmpty());
    setAccessibleText(text + " " + reason);
  }
}
