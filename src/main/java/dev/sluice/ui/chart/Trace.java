package dev.sluice.ui.chart;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.spi.AbstractDataSet;
import java.io.Serial;

/// A drawn line as chart-fx takes it, which stands while its points are replaced: chart-fx makes a
/// styled node for every new data set, which costs more than to draw it.
///
/// Belongs to the FX thread, which replaces the points and draws them; it takes none of chart-fx's
/// locks, since a write lock taken there can wait for the chart's own read lock for ever.
@SuppressWarnings("unchecked") // AbstractDataSet overrides lock() so.
final class Trace extends AbstractDataSet<Trace> {
  @Serial private static final long serialVersionUID = 1;

  private final Ink ink;
  private transient Columns points;

  Trace(Line line, Columns points) {
    super(line.name(), 2);
    this.ink = line.ink();
    this.points = points;
    addStyleClasses(ink.styleClass());
  }

  /// Whether it can go on as that line.
  boolean draws(Line line) {
    return ink == line.ink() && getName().equals(line.name());
  }

  void show(Columns next) {
    points = next;
  }

  @Override
  public double get(int dimension, int index) {
    return getValues(dimension)[index];
  }

  @Override
  public double[] getValues(int dimension) {
    return dimension == DIM_X ? points.times() : points.values();
  }

  @Override
  public int getDataCount() {
    return points.times().length;
  }

  /// A trace is the place of a line, whatever its points are.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public DataSet set(DataSet other, boolean copy) {
    throw new UnsupportedOperationException("a trace takes columns");
  }
}
