package dev.sluice.ui.board;

import dev.sluice.text.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The board's columns, and how each sorts.
enum Column {
  NAME(165, Comparator.comparing(row -> row.ref().name())),
  CONTEXT(125, Comparator.comparing(row -> row.ref().context())),
  NAMESPACE(112, Comparator.comparing(row -> row.ref().namespace())),
  STRATEGY(95, Comparator.comparing(BoardRow::strategy)),
  VERSIONS(178, Comparator.comparing(BoardRow::versions)),
  PHASE(98, Comparator.comparing(BoardRow::rank).thenComparing(BoardRow::phase)),
  WEIGHT(198, Comparator.comparing(row -> row.share().orElse(101))),
  SOAK(128, Comparator.comparing(row -> row.since().orElse(Instant.MAX))),
  BACK(92, Comparator.comparing(BoardRow::wayBack)),
  AGE(76, Comparator.comparing(row -> row.ref().context()));

  private final double width;
  private final Comparator<BoardRow> order;

  Column(double width, Comparator<BoardRow> order) {
    this.width = width;
    this.order = order;
  }

  double width() {
    return width;
  }

  Comparator<BoardRow> order() {
    return order;
  }

  String title() {
    return Texts.of("board.column." + name().toLowerCase(Locale.ROOT));
  }

  /// Whether it is left out where there is little room.
  boolean spare() {
    return this == STRATEGY || this == BACK || this == AGE;
  }

  static Optional<Column> of(String name) {
    return Arrays.stream(values()).filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }
}
