package dev.sluice.ui.control;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A titled box at the side of a page.
public final class Card extends VBox {
  private final Label title = Labels.of("", "section");

  public Card(Node... content) {
    getStyleClass().addAll("card", "side-card");
    getChildren().add(title);
    getChildren().addAll(content);
  }

  /// Puts something at the right of its title.
  public void corner(Node node) {
    getChildren().remove(title);
    getChildren().addFirst(Labels.row("card-head", title, Labels.gap(), node));
  }

  /// Writes its title.
  public void title(String text) {
    title.setText(text.toUpperCase(Locale.ENGLISH));
    title.setAccessibleText(text);
  }

  /// Shows or hides it, with its room.
  public void show(boolean on) {
    setVisible(on);
    setManaged(on);
  }
}
