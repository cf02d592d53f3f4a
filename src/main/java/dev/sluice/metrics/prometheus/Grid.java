package dev.sluice.metrics.prometheus;

import java.time.Duration;
import java.time.Instant;

/// The times of a range query: from `start` every `step`, `size` of them, in milliseconds of the
/// epoch. Aligned to the step, so that queries sent at different moments share their times.
public record Grid(long start, long step, int size) {

  /// What Prometheus answers at most for one series.
  static final int MOST = 11_000;

  public Grid {
    if (step < 1 || size < 1 || size > MOST) {
      throw new IllegalArgumentException("step " + step + " ms, " + size + " times");
    }
  }

  /// About one time for each pixel between both moments, at most as fine as `resolution`; steps
  /// above a second are whole seconds.
  ///
  /// @param pixels the width of the chart
  /// @param resolution how often the metrics server measures
  public static Grid over(Instant from, Instant to, int pixels, Duration resolution) {
    long range = Math.max(0, to.toEpochMilli() - from.toEpochMilli());
    long columns = Math.clamp(pixels, 1, MOST - 1);
    long step = Math.max(Math.ceilDiv(range, columns), Math.max(1, resolution.toMillis()));
    if (step > 1000) {
      step = Math.ceilDiv(step, 1000) * 1000;
    }
    long first = Math.ceilDiv(from.toEpochMilli(), step) * step;
    long last = Math.max(first, Math.floorDiv(to.toEpochMilli(), step) * step);
    return new Grid(first, step, (int) ((last - first) / step) + 1);
  }

  /// The last time.
  public long end() {
    return start + step * (size - 1);
  }

  /// All times, ascending.
  public long[] times() {
    var times = new long[size];
    for (int i = 0; i < size; i++) {
      times[i] = start + step * i;
    }
    return times;
  }

  /// Which of the times this is, or -1.
  int index(long time) {
    long offset = time - start;
    return offset < 0 || offset % step != 0 || offset / step >= size ? -1 : (int) (offset / step);
  }
}
