package dev.sluice.ui.chart;

import java.time.Instant;
import java.util.List;

/// What the charts of one release show, over one stretch of time.
///
/// @param charts in reading order
/// @param runs what the engine itself measures, newest first
public record ChartsView(
    Instant from, Instant to, List<Band> bands, List<ChartView> charts, List<RunView> runs) {

  public ChartsView {
    runs = List.copyOf(runs);
    bands = List.copyOf(bands);
    charts = List.copyOf(charts);
  }
}
