package dev.sluice.metrics.prometheus;

import dev.sluice.judge.Series;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Map;

/// The answer to a range query.
///
/// @param notices what Prometheus warns of
public record Matrix(Grid grid, List<Line> lines, List<Words> notices) {

  public Matrix {
    lines = List.copyOf(lines);
    notices = List.copyOf(notices);
  }

  /// One series.
  ///
  /// @param series one value for each time of the grid, `NaN` where nothing was measured
  public record Line(Map<String, String> labels, Series series) {
    public Line {
      labels = Map.copyOf(labels);
    }
  }
}
