package dev.sluice.ui.chart;

import dev.sluice.judge.Series;

/// One line of a chart.
///
/// @param name what the line is called in the chart's head: `canary`, `stable`, `green`
public record Line(Ink ink, String name, Series series) {}
