package dev.sluice.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/// What benchmarks measure by, and how they say it.
final class Figures {
  private static final int COLLECTIONS = 4;

  private Figures() {}

  /// One line: what, and how much of it.
  @SuppressWarnings("AnnotateFormatMethod") // Its annotation would be one more library.
  static void say(String what, String figure, Object... values) {
    System.out.printf(Locale.ROOT, "%-46s %s%n", what, figure.formatted(values));
  }

  /// Bytes on the heap that are still needed.
  static long kept() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      least = Math.min(least, used);
    }
    return least;
  }

  static double megabytes(long bytes) {
    return bytes / (1024.0 * 1024);
  }

  /// What this process has worked so far, on all cores, in nanoseconds.
  static long worked() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  static double milliseconds(long nanoseconds) {
    return nanoseconds / 1e6;
  }

  /// The value below which that part of all values is.
  static double quantile(double[] values, double part) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int at = (int) Math.ceil(part * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, at)];
  }
}
