package dev.sluice.ui.chart;

import dev.sluice.judge.Series;

/// One line of a chart.
///
/// @param name what the line is called in the chart's head: `canary`, `stable`, `green`
/// @param serves whether users are on it, so that it lacks something where it has no newest figure
public record Line(Ink ink, String name, Series series, boolean serves) {

  /// A line of what users are on.
  public Line(Ink ink, String name, Series series) {
    this(ink, name, series, true);
  }
}
