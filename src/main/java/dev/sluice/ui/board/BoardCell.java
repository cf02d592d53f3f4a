package dev.sluice.ui.board;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell that is drawn anew only when its row has changed.
abstract class BoardCell extends TableCell<BoardRow, BoardRow> {
  private @Nullable BoardRow drawn;

  /// What is cut off can be read all the same.
  BoardCell() {
    var whole = new Tooltip();
    whole.textProperty().bind(textProperty());
    textTruncatedProperty().subscribe(cut -> setTooltip(cut ? whole : null));
  }

  @Override
  protected final void updateItem(@Nullable BoardRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      drawn = null;
      setText(null);
      setGraphic(null);
    } else if (!row.equals(drawn)) {
      drawn = row;
      draw(row);
    }
  }

  /// Draws that row's part.
  abstract void draw(BoardRow row);
}
