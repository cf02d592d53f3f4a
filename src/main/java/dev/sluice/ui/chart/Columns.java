package dev.sluice.ui.chart;

import dev.sluice.judge.Series;
import java.util.Arrays;

/// A series cut down to what a plot of so many pixel columns can show: of each column the lowest
/// and the highest value in the order they came, so that no spike is lost and no gap is bridged. A
/// lone value between two gaps becomes a dash one column long, so that it is seen.
final class Columns {
  private final double[] times;
  private final double[] values;
  private final double lowest;
  private final double highest;

  private Columns(Cut cut) {
    times = Arrays.copyOf(cut.times, cut.size);
    values = Arrays.copyOf(cut.values, cut.size);
    lowest = cut.lowest;
    highest = cut.highest;
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
    var cut = new Cut(from * 1000, (to - from) * 1000 / Math.max(1, columns));
    int end = series.firstFrom((long) Math.floor(to * 1000) + 1);
    for (int i = series.firstFrom((long) Math.ceil(from * 1000)); i < end; i++) {
      cut.add((double) series.time(i), series.value(i));
    }
    cut.end(to * 1000);
    return new Columns(cut);
  }

  /// Whether there is anything to draw.
  boolean empty() {
    return Double.isNaN(lowest);
  }

  /// The lowest value that is drawn, `NaN` where nothing is.
  double lowest() {
    return lowest;
  }

  /// The highest value that is drawn, `NaN` where nothing is.
  double highest() {
    return highest;
  }

  /// Cuts a series, a point after the other; times are epoch milliseconds.
  private static final class Cut {
    private final double from;
    private final double width;
    private double[] times = new double[256];
    private double[] values = new double[256];
    private int size;
    private int run;
    private long column = Long.MIN_VALUE;
    private double columnEnd = Double.NEGATIVE_INFINITY;
    private double lowAt;
    private double low = Double.NaN;
    private double highAt;
    private double high = Double.NaN;
    private double lowest = Double.NaN;
    private double highest = Double.NaN;

    Cut(double from, double width) {
      this.from = from;
      this.width = width;
    }

    void add(double time, double value) {
      if (Double.isNaN(value)) {
        gap(time);
        return;
      }
      if (time >= columnEnd) {
        enter((long) ((time - from) / width));
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
        put(Math.min(before, times[size - 1] * 1000 + width), values[size - 1]);
      }
      run = 0;
    }

    private void enter(long next) {
      if (next != column) {
        flush();
        column = next;
      }
      columnEnd = from + (next + 1) * width;
    }

    private void gap(double time) {
      end(time);
      put(time, Double.NaN);
      run = 0;
    }

    private void flush() {
      if (!Double.isNaN(low)) {
        lowest = lowest <= low ? lowest : low;
        highest = highest >= high ? highest : high;
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
      times[size] = time / 1000;
      values[size++] = value;
    }
  }
}
