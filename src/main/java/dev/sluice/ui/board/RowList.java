package dev.sluice.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntConsumer;
import javafx.collections.ModifiableObservableListBase;

/// The rows a table shows. A table told of one replaced row makes every cell on the screen anew;
/// [#swap] tells of its place only, so that the table can draw that row and no other. Its rows are
/// reached at once wherever they are; searching for one would walk through thousands otherwise.
final class RowList extends ModifiableObservableListBase<BoardRow> implements RandomAccess {
  private final List<BoardRow> rows = new ArrayList<>();
  private IntConsumer swapped = _ -> {};

  void onSwap(IntConsumer listener) {
    swapped = listener;
  }

  /// Puts that row in the place of the one there.
  void swap(int at, BoardRow row) {
    rows.set(at, row);
    swapped.accept(at);
  }

  @Override
  public BoardRow get(int at) {
    return rows.get(at);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  protected void doAdd(int at, BoardRow row) {
    rows.add(at, row);
  }

  @Override
  protected BoardRow doSet(int at, BoardRow row) {
    return rows.set(at, row);
  }

  @Override
  protected BoardRow doRemove(int at) {
    return rows.remove(at);
  }
}
