package dev.sluice.judge.kayenta;

import java.util.Arrays;

/// How Kayenta judges one metric.
///
/// @param direction in which the canary may not differ
/// @param critical whether a failure fails the whole canary
/// @param remove whether missing points are left out; otherwise they count as 0
/// @param needed whether a critical metric without data fails the whole canary, too
public record KayentaMetric(
    Direction direction, boolean critical, boolean remove, boolean needed, Effect effect) {

  private static final double TOLERANCE = 0.25;

  /// Where worse lies.
  public enum Direction {
    INCREASE,
    DECREASE,
    EITHER
  }

  /// Bounds of the canary's mean ÷ the baseline's: with less than the allowed increase and more
  /// than the allowed decrease it passes in any case; a failure beyond the critical ones fails the
  /// whole canary.
  public record Effect(
      double allowedIncrease,
      double allowedDecrease,
      double criticalIncrease,
      double criticalDecrease) {

    /// None.
    public static final Effect ANY = new Effect(1, 1, Double.POSITIVE_INFINITY, 0);
  }

  /// What it says of one metric.
  public enum Label {
    PASS,
    HIGH,
    LOW,
    NODATA
  }

  /// What was found of one metric.
  ///
  /// @param ratio the canary's mean ÷ the baseline's; `NaN` where there is none
  /// @param breach whether it fails the whole canary
  public record Finding(Label label, double ratio, boolean breach) {}

  /// Passes unless the 98 % confidence interval of the shift lies wholly on the worse side of a
  /// quarter of its estimate, and the mean moved by more than is allowed.
  ///
  /// @param experiment the canary's points, `NaN` where there is none
  /// @param control the baseline's
  public Finding judge(double[] experiment, double[] control) {
    double[] canary = points(experiment);
    double[] baseline = points(control);
    if (canary.length == 0 || baseline.length == 0) {
      return new Finding(Label.NODATA, Double.NaN, critical && needed);
    }
    double ratio = mean(canary) / mean(baseline);
    var label = label(canary, baseline, ratio);
    boolean far = ratio >= effect.criticalIncrease || ratio <= effect.criticalDecrease;
    return new Finding(label, ratio, label != Label.PASS && (critical || far));
  }

  private Label label(double[] canary, double[] baseline, double ratio) {
    if (Arrays.equals(canary, baseline)) {
      return Label.PASS;
    }
    var shift = Shift.of(canary, baseline);
    double least = TOLERANCE * Math.abs(shift.estimate());
    if (direction != Direction.DECREASE && shift.low() > least && ratio >= effect.allowedIncrease) {
      return Label.HIGH;
    }
    boolean low = direction != Direction.INCREASE && shift.high() < -least;
    return low && ratio <= effect.allowedDecrease ? Label.LOW : Label.PASS;
  }

  private double[] points(double[] values) {
    return remove
        ? Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray()
        : Arrays.stream(values).map(value -> Double.isNaN(value) ? 0 : value).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
