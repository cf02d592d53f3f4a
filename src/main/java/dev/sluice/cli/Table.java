package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;

/// Columns that line up.
final class Table {

  private final Paint paint;
  private final List<List<Cell>> rows = new ArrayList<>();

  Table(Paint paint) {
    this.paint = paint;
  }

  /// One text in a row.
  record Cell(String text, Paint.Tone tone) {
    static Cell of(String text) {
      return new Cell(text, Paint.Tone.PLAIN);
    }
  }

  void row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i).text()));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<Cell> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      var cell = row.get(i);
      line.append(paint.paint(cell.tone(), cell.text()));
      if (i < row.size() - 1) {
        line.repeat(' ', widths[i] - width(cell.text()) + 2);
      }
    }
    return line.toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
