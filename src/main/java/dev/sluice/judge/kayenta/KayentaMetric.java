package dev.sluice.judge.kayenta;

import java.util.Arrays;

/// How Kayenta judges one metric.
///
/// @param direction in which the canary may not differ
/// @param critical whether a failure fails the whole canary
/// @param remove whether missing points are left out; otherwise they count as 0
/// @param allowed the canary's mean ÷ the control's that passes in any case: an increase at most to
///   this, and a decrease at most to one over it; 1 for none
/// @param weight in its group's share of the score
public record KayentaMetric(
    Direction direction, boolean critical, boolean remove, double allowed, double weight) {

  private static final double TOLERANCE = 0.25;

  /// Where worse lies.
  public enum Direction {
    INCREASE,
    DECREASE,
    EITHER
  }

  /// What it says of one metric.
  public enum Label {
    PASS,
    HIGH,
    LOW,
    NODATA
  }

  /// Passes unless the 98 % confidence interval of the shift lies wholly on the worse side of a
  /// quarter of its estimate, and the mean moved by more than is allowed.
  ///
  /// @param experiment the canary's points, `NaN` where there is none
  /// @param control the baseline's
  public Label label(double[] experiment, double[] control) {
    double[] canary = points(experiment);
    double[] baseline = points(control);
    if (canary.length == 0 || baseline.length == 0) {
      return Label.NODATA;
    } else if (Arrays.equals(canary, baseline)) {
      return Label.PASS;
    }
    var shift = Shift.of(canary, baseline);
    double ratio = mean(canary) / mean(baseline);
    double least = TOLERANCE * Math.abs(shift.estimate());
    if (direction != Direction.DECREASE && shift.low() > least && ratio >= allowed) {
      return Label.HIGH;
    }
    boolean low = direction != Direction.INCREASE && shift.high() < -least;
    return low && ratio <= 1 / allowed ? Label.LOW : Label.PASS;
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
