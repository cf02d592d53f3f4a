package dev.sluice.ui.chart;

import dev.sluice.judge.Signal;
import java.util.List;
import java.util.OptionalDouble;

/// What one chart shows.
///
/// @param lines the most important one first; it is drawn on top
/// @param limit in the signal's own unit
public record ChartView(Signal signal, List<Line> lines, OptionalDouble limit, Content content) {

  public ChartView {
    lines = List.copyOf(lines);
  }
}
