package dev.sluice.ui.board;

import dev.sluice.state.Environment;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// How the board is sorted.
///
/// @param column empty for what needs a person first
record Sorting(Optional<Column> column, boolean descending) {

  /// Above every share, so that what is not on its way comes last.
  private static final int UNSHARED = 101;

  private static final String DESCENDING = " descending";

  /// What needs a person first.
  public static final Sorting URGENT = new Sorting(Optional.empty(), false);

  /// As [#toString] wrote it; what cannot be read is [#URGENT].
  public static Sorting parse(String text) {
    boolean descending = text.endsWith(DESCENDING);
    var name = descending ? text.substring(0, text.length() - DESCENDING.length()) : text;
    return Column.of(name)
        .map(column -> new Sorting(Optional.of(column), descending))
        .orElse(URGENT);
  }

  /// Never equal for two releases, so that a row has one place only.
  Comparator<BoardRow> order() {
    var usual =
        Comparator.comparingInt(BoardRow::rank)
            .thenComparing(row -> row.environment() != Environment.PRODUCTION)
            .thenComparing(BoardRow::asked)
            .thenComparing(BoardRow::ref);
    return column
        .map(Sorting::order)
        .map(order -> (descending ? order.reversed() : order).thenComparing(usual))
        .orElse(usual);
  }

  private static Comparator<BoardRow> order(Column column) {
    return switch (column) {
      case NAME -> Comparator.comparing(row -> row.ref().name());
      case WHERE ->
          Comparator.<BoardRow, String>comparing(row -> row.ref().context())
              .thenComparing(row -> row.ref().namespace());
      case AGE -> Comparator.comparing(row -> row.ref().context());
      case STRATEGY -> Comparator.comparing(BoardRow::strategy);
      case VERSIONS -> Comparator.comparing(BoardRow::versions);
      case PHASE -> Comparator.comparingInt(BoardRow::rank).thenComparing(BoardRow::stands);
      case WEIGHT -> Comparator.comparingInt(row -> row.share().orElse(UNSHARED));
      case VERDICT ->
          Comparator.comparing(row -> row.opinion().map(Enum::ordinal).orElse(UNSHARED));
      case SOAK -> Comparator.comparing(row -> row.since().orElse(Instant.MAX));
      case BACK -> Comparator.comparing(BoardRow::wayBack);
    };
  }

  @Override
  public String toString() {
    return column.map(c -> descending ? c.name() + DESCENDING : c.name()).orElse("");
  }
}
