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

  /// What it would have where there is little room; the last one has what is left.
  double narrow() {
    return this == NAME || this == VERSIONS ? least() + 16 : least();
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

  /// Whether it is left out where there is little room.
  boolean spare() {
    return this == STRATEGY || this == BACK || this == AGE;
  }

  static Optional<Column> of(String name) {
    return Arrays.stream(values()).filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }
}
