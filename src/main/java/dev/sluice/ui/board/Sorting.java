package dev.sluice.ui.board;

import java.util.Comparator;
import java.util.Optional;

/// How the board is sorted.
///
/// @param column empty for what needs a person first
record Sorting(Optional<Column> column, boolean descending) {

  /// What needs a person first.
  public static final Sorting URGENT = new Sorting(Optional.empty(), false);

  /// As [#toString] wrote it; what cannot be read is [#URGENT].
  public static Sorting parse(String text) {
    var parts = text.strip().split(" ");
    return Column.of(parts[0])
        .map(column -> new Sorting(Optional.of(column), parts.length > 1))
        .orElse(URGENT);
  }

  /// Never equal for two releases, so that a row has one place only.
  Comparator<BoardRow> order() {
    var usual = Comparator.comparingInt(BoardRow::rank).thenComparing(BoardRow::ref);
    return column
        .map(Column::order)
        .map(order -> (descending ? order.reversed() : order).thenComparing(usual))
        .orElse(usual);
  }

  @Override
  public String toString() {
    return column.map(c -> descending ? c.name() + " descending" : c.name()).orElse("");
  }
}
