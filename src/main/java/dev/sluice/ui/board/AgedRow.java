package dev.sluice.ui.board;

import dev.sluice.ui.control.Mark;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A row that shows at once when what it says is no longer live. It fades then, but where it is an
/// alarm.
final class AgedRow extends TableRow<BoardRow> {
  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
  private static final PseudoClass FADED = PseudoClass.getPseudoClass("faded");

  private final Cells cells;

  AgedRow(Cells cells) {
    this.cells = cells;
    cells.tell(this);
  }

  @Override
  protected void updateItem(@Nullable BoardRow row, boolean empty) {
    super.updateItem(row, empty);
    tick();
  }

  /// The clock has moved on, or a connection stands otherwise.
  void tick() {
    var row = getItem();
    boolean old = row != null && !isEmpty() && cells.old(row);
    pseudoClassStateChanged(OLD, old);
    pseudoClassStateChanged(FADED, old && row.mark() != Mark.BAD);
  }
}
