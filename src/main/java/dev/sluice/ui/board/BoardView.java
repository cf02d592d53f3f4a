package dev.sluice.ui.board;

import java.util.List;

/// What the board shows.
///
/// @param summary how many there are, how many under way
/// @param empty what to say when there is none: still listing, or truly none
public record BoardView(List<BoardRow> rows, String summary, String empty) {
  public BoardView {
    rows = List.copyOf(rows);
  }
}
