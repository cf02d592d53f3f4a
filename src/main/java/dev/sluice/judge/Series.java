package dev.sluice.judge;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Values over time, in ascending order of time. A gap is a gap: where nothing was measured there
/// is `NaN`, never a made-up value.
///
/// Holds its arrays as given; whoever builds one must not write to them afterwards.
public final class Series {

  /// Nothing measured.
  public static final Series EMPTY = new Series(new long[0], new double[0]);

  private final long[] times;
  private final double[] values;

  /// @param times epoch milliseconds, strictly ascending
  /// @param values one for each time, `NaN` for a gap
  public Series(long[] times, double[] values) {
    if (times.length != values.length) {
      throw new IllegalArgumentException(times.length + " times, " + values.length + " values");
    }
    this.times = times;
    this.values = values;
  }

  public int size() {
    return times.length;
  }

  /// Epoch milliseconds of point `i`.
  public long time(int i) {
    return times[i];
  }

  /// Value of point `i`, `NaN` for a gap.
  public double value(int i) {
    return values[i];
  }

  /// The newest measured value that is not older than `since`, epoch milliseconds.
  public OptionalDouble latest(long since) {
    for (int i = times.length - 1; i >= 0 && times[i] >= since; i--) {
      if (!Double.isNaN(values[i])) {
        return OptionalDouble.of(values[i]);
      }
    }
    return OptionalDouble.empty();
  }

  /// When something was measured last, epoch milliseconds; `Long.MIN_VALUE` for never.
  public long lastMeasured() {
    for (int i = times.length - 1; i >= 0; i--) {
      if (!Double.isNaN(values[i])) {
        return times[i];
      }
    }
    return Long.MIN_VALUE;
  }

  /// The points from `from` up to, not including, `to`, epoch milliseconds.
  public Series between(long from, long to) {
    int first = firstFrom(from);
    int end = Math.max(first, firstFrom(to));
    return new Series(
        Arrays.copyOfRange(times, first, end), Arrays.copyOfRange(values, first, end));
  }

  /// Which point is the first that is not before that time, epoch milliseconds; `size()` where all
  /// are.
  public int firstFrom(long time) {
    int found = Arrays.binarySearch(times, time);
    return found < 0 ? -found - 1 : found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that
        && Arrays.equals(times, that.times)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(times) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Series[" + times.length + " points]";
  }
}
