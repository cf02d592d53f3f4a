package dev.sluice.drill.prometheus.store;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The samples of one series. Where a scrape did not have it, it is stale, as Prometheus marks it.
public final class Track {
  private static final int FIRST_SIZE = 32;

  private final Labels labels;
  private final Timeline timeline;
  private final long first;
  private double[] values;
  private long last;

  Track(Labels labels, Timeline timeline, long first) {
    this.labels = labels;
    this.timeline = timeline;
    this.first = first;
    this.last = first - 1;
    this.values = new double[Math.min(FIRST_SIZE, timeline.capacity())];
  }

  public Labels labels() {
    return labels;
  }

  long last() {
    return last;
  }

  void put(long number, double value) {
    long begin = Math.max(last + 1, number - timeline.capacity() + 1);
    for (long missed = begin; missed < number; missed++) {
      set(missed, Double.NaN);
    }
    set(number, value);
    last = number;
  }

  private void set(long number, double value) {
    long index = number - first;
    if (index >= values.length && values.length < timeline.capacity()) {
      values = Arrays.copyOf(values, Math.min(timeline.capacity(), values.length * 2));
    }
    values[(int) (index % values.length)] = value;
  }

  private double value(long number) {
    return number < first || number > last
        ? Double.NaN
        : values[(int) ((number - first) % values.length)];
  }

  /// The newest value at that time; empty when it is older than `lookback`, or stale.
  ///
  /// @param time milliseconds of the epoch
  /// @param lookback milliseconds
  public OptionalDouble at(long time, long lookback) {
    long number = timeline.last(time);
    if (number < timeline.oldest() || timeline.time(number) <= time - lookback) {
      return OptionalDouble.empty();
    }
    double value = value(number);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// Some samples in the order of their times. Holds its arrays as given.
  public static final class Window {
    private final long[] times;
    private final double[] values;

    Window(long[] times, double[] values) {
      this.times = times;
      this.values = values;
    }

    public int size() {
      return times.length;
    }

    /// Milliseconds of the epoch; not to be changed.
    public long[] times() {
      return times;
    }

    /// One for each time; not to be changed.
    public double[] values() {
      return values;
    }
  }

  /// The samples after `from` up to and with `to`, milliseconds of the epoch.
  public Window window(long from, long to) {
    long begin = Math.max(timeline.last(from) + 1, first);
    long end = Math.min(timeline.last(to), last);
    int most = (int) Math.max(0, end - begin + 1);
    var times = new long[most];
    var found = new double[most];
    int size = 0;
    for (long number = begin; number <= end; number++) {
      double value = value(number);
      if (!Double.isNaN(value)) {
        times[size] = timeline.time(number);
        found[size++] = value;
      }
    }
    return new Window(Arrays.copyOf(times, size), Arrays.copyOf(found, size));
  }
}
