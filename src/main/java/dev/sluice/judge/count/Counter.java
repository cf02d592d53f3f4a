package dev.sluice.judge.count;

import java.util.Arrays;
import java.util.Objects;

/// One cumulative counter of one pod, as it was scraped. Holds its arrays as given; whoever builds
/// one must not write to them afterwards.
public final class Counter {
  private final String pod;
  private final Arm arm;
  private final Kind kind;
  private final long[] times;
  private final double[] values;

  /// Whose pod it is.
  public enum Arm {
    CANARY,
    STABLE
  }

  /// What it counts.
  public enum Kind {
    /// Every request.
    ALL,
    /// Requests that were bad.
    BAD,
    /// Requests that were not, such as those of a histogram's bucket up to the limit.
    GOOD
  }

  /// @param times of the samples, epoch milliseconds, strictly ascending
  /// @param values one for each time, since the counter began; `NaN` where it went stale
  public Counter(String pod, Arm arm, Kind kind, long[] times, double[] values) {
    if (times.length != values.length) {
      throw new IllegalArgumentException(times.length + " times, " + values.length + " values");
    }
    this.pod = Objects.requireNonNull(pod);
    this.arm = arm;
    this.kind = kind;
    this.times = times;
    this.values = values;
  }

  public String pod() {
    return pod;
  }

  public Arm arm() {
    return arm;
  }

  public Kind kind() {
    return kind;
  }

  /// What it stood at at `time`; `NaN` when its newest sample up to then is older than `oldest`, or
  /// stale. All in epoch milliseconds.
  double at(long time, long oldest) {
    int i = upTo(time);
    return i >= 0 && times[i] >= oldest ? values[i] : Double.NaN;
  }

  /// When it was first scraped; `Long.MAX_VALUE` for never.
  long first() {
    return times.length == 0 ? Long.MAX_VALUE : times[0];
  }

  /// When it was scraped last up to `time`; `Long.MIN_VALUE` for never.
  long last(long time) {
    int i = upTo(time);
    while (i >= 0 && Double.isNaN(values[i])) {
      i--;
    }
    return i < 0 ? Long.MIN_VALUE : times[i];
  }

  /// Whether it began anew between two of its samples after `from` and up to `to`, the sample
  /// before `from` among them.
  boolean resets(long from, long to) {
    int end = upTo(to);
    for (int i = Math.max(1, upTo(from) + 1); i <= end; i++) {
      if (values[i] < values[i - 1]) {
        return true;
      }
    }
    return false;
  }

  private int upTo(long time) {
    int found = Arrays.binarySearch(times, time);
    return found < 0 ? -found - 2 : found;
  }
}
