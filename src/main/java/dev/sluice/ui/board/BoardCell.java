package dev.sluice.ui.board;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell that is drawn anew only when its row has changed.
abstract class BoardCell extends TableCell<BoardRow, BoardRow> {
  private @Nullable BoardRow drawn;

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
