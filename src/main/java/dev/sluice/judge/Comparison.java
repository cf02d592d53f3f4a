package dev.sluice.judge;

import dev.sluice.judge.evidence.Alarm;
import dev.sluice.judge.evidence.Learning;

/// The canary's pods together against the stable revision's, over the whole release.
final class Comparison {
  private final double alarm;
  private final Learning learning;
  private final Alarm arm;
  private double against;
  private double peak;

  /// @param learning goes on here with each cell
  Comparison(Measure measure, Learning learning) {
    this.alarm = Shares.alarm(measure.alpha(), Shares.ARM);
    this.learning = learning;
    this.arm = new Alarm(measure.tolerated(), Alarm.ARM, learning);
    this.against = arm.against();
  }

  void step(Cells.Whole whole) {
    learning.step(whole.stable(), whole.cell().gap());
    arm.step(whole.cell(), whole.turn());
    against = arm.against();
    peak = Math.max(peak, against);
  }

  /// Whether the canary has ever been called regressed by it.
  boolean alarmed() {
    return peak >= alarm;
  }

  /// Natural logarithm of the evidence now.
  double against() {
    return against;
  }

  /// The most it ever was.
  double peak() {
    return peak;
  }

  /// What it calls out at.
  double alarm() {
    return alarm;
  }
}
