package dev.sluice.ui.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// A logarithmic axis of ratios with 1 in its middle, so that the canary being no worse always lies
/// on the left.
///
/// @param reach the ratio at its right end; at its left end one over it
record LogScale(double reach) {
  private static final double[] REACHES = {1.25, 1.5, 2, 3, 5, 10, 30, 100};

  /// How far the end of an interval makes an axis reach.
  private static final double WIDE = 2.8;

  /// What stands nearer to the end than this share of the axis is not told from what is beyond it.
  private static final double EDGE = 0.96;

  LogScale {
    if (!(reach > 1)) {
      throw new IllegalArgumentException("reach " + reach);
    }
  }

  /// The smallest round one on which all of these have their place, or the largest there is. What
  /// is no ratio, or infinite, counts for nothing.
  static LogScale over(double... ratios) {
    double furthest =
        Arrays.stream(ratios)
            .filter(ratio -> ratio > 0 && !Double.isInfinite(ratio))
            .map(ratio -> Math.abs(Math.log(ratio)))
            .max()
            .orElse(0);
    double reach =
        Arrays.stream(REACHES)
            .filter(round -> furthest <= EDGE * Math.log(round))
            .findFirst()
            .orElse(REACHES[REACHES.length - 1]);
    return new LogScale(reach);
  }

  /// The one that these share: it holds every likeliest ratio and all that is held to, and the ends
  /// of the intervals as far as `WIDE`. Beyond that an end tells only that little is known, and
  /// would press what is known together.
  static LogScale over(List<RatioView> ratios) {
    return over(
        ratios.stream()
            .flatMapToDouble(one ->
                DoubleStream.of(
                    one.ratio(), one.tolerated(), one.asked(), near(one.low()), near(one.high())))
            .toArray());
  }

  private static double near(double end) {
    return Math.clamp(end, 1 / WIDE, WIDE);
  }

  /// Where a ratio stands from 0 to 1, at an end when it is beyond it.
  double share(double ratio) {
    return Math.clamp((Math.log(ratio) / Math.log(reach) + 1) / 2, 0, 1);
  }

  /// Whether it is on the axis.
  boolean holds(double ratio) {
    return ratio >= 1 / reach && ratio <= reach;
  }
}
