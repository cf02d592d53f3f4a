package dev.sluice.ui.shell;

import java.util.Arrays;
import java.util.Optional;

/// The window's pages.
enum Page {
  WAITING,
  BOARD,
  RELEASE,
  DRILL,
  CLUSTERS,
  SETTINGS,
  WALL;

  /// Whether it is a list that releases are opened from.
  boolean list() {
    return this == WAITING || this == BOARD;
  }

  static Optional<Page> of(String name) {
    return Arrays.stream(values()).filter(page -> page.name().equals(name)).findFirst();
  }
}
