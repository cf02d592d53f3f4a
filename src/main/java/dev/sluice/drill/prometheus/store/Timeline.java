package dev.sluice.drill.prometheus.store;

/// When there was a scrape. All series are scraped at once and share these times; the oldest are
/// forgotten.
final class Timeline {
  private final long[] times;
  private long count;

  Timeline(int capacity) {
    this.times = new long[capacity];
  }

  int capacity() {
    return times.length;
  }

  /// Begins a scrape.
  ///
  /// @param time milliseconds of the epoch, later than any before
  /// @return its number, from 0
  long add(long time) {
    if (count > 0 && time <= time(count - 1)) {
      throw new IllegalArgumentException("a scrape at " + time + " after " + time(count - 1));
    }
    times[(int) (count % times.length)] = time;
    return count++;
  }

  long time(long number) {
    return times[(int) (number % times.length)];
  }

  /// The number of the oldest scrape that is known.
  long oldest() {
    return Math.max(0, count - times.length);
  }

  /// The number of the last scrape at or before that time; one less than [#oldest] for none.
  long last(long time) {
    long low = oldest();
    long high = count;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (time(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
