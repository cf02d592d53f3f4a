package dev.sluice.ui.board;

import java.util.function.Function;

/// A cell with words; quieter where nothing is on its way.
final class WordsCell extends BoardCell {
  private final Function<BoardRow, String> words;
  private final boolean quiet;

  /// @param quiet whether its words are never the point
  WordsCell(Function<BoardRow, String> words, boolean quiet) {
    this.words = words;
    this.quiet = quiet;
  }

  @Override
  void draw(BoardRow row) {
    setText(words.apply(row));
    getStyleClass().remove("dim");
    if (quiet || !row.busy()) {
      getStyleClass().add("dim");
    }
  }
}
