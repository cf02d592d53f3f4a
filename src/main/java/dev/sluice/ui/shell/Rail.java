package dev.sluice.ui.shell;

import dev.sluice.text.Texts;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// The screens there are, at the left.
final class Rail extends VBox {
  private final ToggleButton board = new ToggleButton(Texts.of("board"));

  Rail(Runnable openBoard) {
    getStyleClass().add("rail");
    board.getStyleClass().add("rail-item");
    board.setSelected(true);
    board.setMaxWidth(Double.MAX_VALUE);
    board.setOnAction(_ -> {
      board.setSelected(true);
      openBoard.run();
    });
    getChildren().add(board);
  }
}
