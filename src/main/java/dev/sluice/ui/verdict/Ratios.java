package dev.sluice.ui.verdict;

import dev.sluice.text.Figures;
import dev.sluice.text.Texts;

/// Ratios as they are written beside a plot.
public final class Ratios {
  private static final double COARSE = 9.95;

  private Ratios() {}

  /// `×1.20`, `×12`; more than a thousand is not counted.
  public static String times(double ratio) {
    if (ratio > 1000) {
      return Texts.of("ratio.many");
    }
    return Texts.of("ratio", Figures.fixed(ratio, ratio < COARSE ? 2 : 0));
  }

  /// A round one at an axis: `×3`, `×0.67`.
  static String tick(double ratio) {
    return Texts.of("ratio", Figures.fixed(ratio, ratio == Math.rint(ratio) ? 0 : 2));
  }

  /// Between which it is: `×0.90 to ×1.70`, `at least ×0.90`.
  public static String range(RatioView ratio) {
    return Double.isInfinite(ratio.high())
        ? Texts.of("ratio.atleast", times(ratio.low()))
        : Texts.of("ratio.range", times(ratio.low()), times(ratio.high()));
  }
}
