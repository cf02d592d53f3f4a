package dev.sluice.ui.chart;

import dev.sluice.judge.Series;
import java.util.Arrays;

/// A series cut down to what a plot of so many pixel columns can show: of each column the lowest
/// and the highest value in the order they came, so that no spike is lost and no gap is bridged. A
/// lone value between two gaps becomes a dash one column long, so that it is seen.
final class Columns {
  private final double[] times;
  private final double[] values;

  private Columns(double[] times, double[] values) {
    this.times = times;
    this.values = values;
  }

  /// Epoch seconds, ascending. Not to be written to.
  double[] times() {
    return times;
  }

  /// One for each time, `NaN` where a gap is. Not to be written to.
  double[] values() {
    return values;
  }

  /// @param from left edge, epoch seconds
  /// @param to right edge, epoch seconds
  /// @param columns width of the plot in pixels
  static Columns of(Series series, double from, double to, int columns) {
    var cut = new Cut(from, (to - from) / Math.max(1, columns));
    for (int i = 0; i < series.size(); i++) {
      double time = series.time(i) / 1000.0;
      if (time >= from && time <= to) {
        cut.add(time, series.value(i));
      }
    }
    cut.end(to);
    return new Columns(Arrays.copyOf(cut.times, cut.size), Arrays.copyOf(cut.values, cut.size));
  }

  /// Whether there is anything to draw.
  boolean empty() {
    return Arrays.stream(values).allMatch(Double::isNaN);
  }

  private static final class Cut {
    private final double from;
    private final double width;
    private double[] times = new double[256];
    private double[] values = new double[256];
    private int size;
    private int run;
    private long column = Long.MIN_VALUE;
    private double lowAt;
    private double low = Double.NaN;
    private double highAt;
    private double high = Double.NaN;

    Cut(double from, double width) {
      this.from = from;
      this.width = width;
    }

    void add(double time, double value) {
      if (Double.isNaN(value)) {
        gap(time);
        return;
      }
      long at = (long) ((time - from) / width);
      if (at != column) {
        flush();
        column = at;
      }
      if (!(value >= low)) {
        low = value;
        lowAt = time;
      }
      if (!(value <= high)) {
        high = value;
        highAt = time;
      }
    }

    void end(double before) {
      flush();
      if (run == 1) {
        put(Math.min(before, times[size - 1] + width), values[size - 1]);
      }
      run = 0;
    }

    private void gap(double time) {
      end(time);
      put(time, Double.NaN);
      run = 0;
    }

    private void flush() {
      if (!Double.isNaN(low)) {
        boolean lowFirst = lowAt <= highAt;
        put(lowFirst ? lowAt : highAt, lowFirst ? low : high);
        if (lowAt != highAt) {
          put(lowFirst ? highAt : lowAt, lowFirst ? high : low);
        }
      }
      low = Double.NaN;
      high = Double.NaN;
    }

    private void put(double time, double value) {
      if (size == times.length) {
        times = Arrays.copyOf(times, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      run++;
      times[size] = time;
      values[size++] = value;
    }
  }
}
