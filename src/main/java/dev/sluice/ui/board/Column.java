package dev.sluice.ui.board;

import dev.sluice.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The board's columns.
enum Column {
  NAME(145),
  WHERE(156),
  STRATEGY(92),
  VERSIONS(168),
  PHASE(90),
  WEIGHT(196),
  VERDICT(88),
  SOAK(140),
  BACK(88),
  AGE(96);

  private final double width;

  Column(double width) {
    this.width = width;
  }

  double width() {
    return width;
  }

  /// What it keeps where there is little room, so that no figure is lost.
  double least() {
    return switch (this) {
      case VERSIONS -> 150;
      case SOAK -> 126;
      case WHERE -> 146;
      case WEIGHT -> 117;
      case NAME -> 100;
      case VERDICT -> 92;
      case PHASE -> 72;
      case STRATEGY, BACK, AGE -> 60;
    };
  }

  String title() {
    return Texts.of("board.column." + name().toLowerCase(Locale.ROOT));
  }

  /// How wide a table has to be for it to have room there. Which release it is can be told on the
  /// narrowest one.
  double from() {
    return switch (this) {
      case STRATEGY, BACK, AGE -> 1000;
      case SOAK -> 900;
      case NAME, WHERE, VERSIONS, PHASE, WEIGHT, VERDICT -> 0;
    };
  }

  static Optional<Column> of(String name) {
    return Arrays.stream(values()).filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }
}
