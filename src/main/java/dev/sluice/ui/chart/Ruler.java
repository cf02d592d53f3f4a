package dev.sluice.ui.chart;

import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.util.function.DoubleFunction;
import javafx.util.StringConverter;

/// An axis that shows exactly the bounds and ticks it is given.
final class Ruler extends DefaultNumericAxis {
  private static final double EXACT = 1e-6;
  private static final int MOST = 40;

  private double step = 1;
  private double narrowest;
  private DoubleFunction<String> labels = Double::toString;

  Ruler() {
    setAutoRanging(false);
    setAutoGrowRanging(false);
    setAutoRangeRounding(false);
    setAutoUnitScaling(false);
    setAnimated(false);
    setMinorTickCount(0);
    setOverlapPolicy(AxisLabelOverlapPolicy.SKIP_ALT);
    setMaxMajorTickLabelCount(12);
    setTickLabelFormatter(new Labels());
  }

  /// Bounds, distance of the ticks, and how a tick's value is written.
  void show(double lower, double upper, double newStep, DoubleFunction<String> newLabels) {
    boolean same = step == newStep && getMin() == lower && getMax() == upper;
    step = newStep;
    labels = newLabels;
    if (!same) {
      set(lower, upper);
      invalidateRange();
    }
  }

  /// A vertical axis takes at least that much of the width.
  void narrowest(double width) {
    narrowest = width;
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    double own = super.computePrefWidth(height);
    return getSide().isVertical() ? Math.max(own, narrowest) : own;
  }

  @Override
  public double computePreferredTickUnit(double axisLength) {
    return step;
  }

  /// Ticks at whole multiples of the step, bounds included whatever their last digits are.
  @Override
  protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
    double first = Math.ceil(range.getLowerBound() / step - EXACT);
    double last = Math.floor(range.getUpperBound() / step + EXACT);
    for (double tick = first; tick <= last && ticks.size() < MOST; tick++) {
      ticks.add(tick == 0 ? 0 : tick * step);
    }
  }

  private final class Labels extends StringConverter<Number> {
    @Override
    public String toString(Number value) {
      return labels.apply(value.doubleValue());
    }

    @Override
    public Number fromString(String text) {
      throw new UnsupportedOperationException("labels are only written");
    }
  }
}
