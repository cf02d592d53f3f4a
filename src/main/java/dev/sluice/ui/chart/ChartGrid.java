package dev.sluice.ui.chart;

/// How charts are laid out in the room that there is, so that none is seen by half: two in a row,
/// one where two would be narrow. Where those rows would not be seen all, more and smaller ones in
/// a row; where even that is not enough, rows of a height that whole ones fill the room, and the
/// rest below.
///
/// @param least the least height of all rows together; 0 where they share what there is
record ChartGrid(int columns, int rows, double least) {
  static final double GAP = 10;

  /// Lower than this a chart tells little, and is not made so while there is another way.
  private static final double LOW = 150;

  /// Lower than this it tells nothing.
  private static final double LOWEST = 110;

  private static final double WIDE = 640;
  private static final double NARROWEST = 196;

  static ChartGrid of(int charts, double width, double height) {
    int usual = Math.clamp(width < WIDE ? 1 : 2, 1, Math.max(1, charts));
    for (int columns = usual; columns <= charts; columns++) {
      boolean wide = columns == usual || (width + GAP) / columns - GAP >= NARROWEST;
      if (wide && all(rows(charts, columns), LOW) <= height) {
        return new ChartGrid(columns, rows(charts, columns), 0);
      }
    }
    int rows = rows(charts, usual);
    int seen = Math.max(1, (int) ((height + GAP) / (LOW + GAP)));
    double row = Math.max(LOWEST, (height + GAP) / seen - GAP);
    return new ChartGrid(usual, rows, all(rows, row));
  }

  private static int rows(int charts, int columns) {
    return (charts + columns - 1) / columns;
  }

  private static double all(int rows, double height) {
    return rows * height + Math.max(0, rows - 1) * GAP;
  }
}
