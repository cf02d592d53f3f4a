package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.LimitAlarm;
import java.util.Optional;

/// Watches both arms against the limit that holds whatever the other one does.
final class LimitWatch {
  private final double alarm;
  private final Optional<LimitAlarm> canary;
  private final Optional<LimitAlarm> stable;
  private int weight = -1;
  private double canaryPeak;
  private double stablePeak;

  LimitWatch(Measure measure) {
    this.alarm = Shares.alarm(measure.alpha(), Shares.LIMIT);
    this.canary = alarm(measure);
    this.stable = alarm(measure);
  }

  private static Optional<LimitAlarm> alarm(Measure measure) {
    return measure.limit().isPresent()
        ? Optional.of(new LimitAlarm(measure.limit().getAsDouble()))
        : Optional.empty();
  }

  void take(Slice slice) {
    if (slice.flaw().isPresent()) {
      return;
    }
    boolean turn = slice.weight() != weight;
    weight = slice.weight();
    double minutes = slice.length().toMillis() / 60e3;
    canaryPeak = Math.max(canaryPeak, step(canary, slice.canaryTally(), turn, minutes));
    stablePeak = Math.max(stablePeak, step(stable, slice.stableTally(), false, minutes));
  }

  private static double step(
      Optional<LimitAlarm> watch, Tally counted, boolean turn, double minutes) {
    if (watch.isEmpty() || counted.requests() == 0) {
      return 0;
    }
    watch.get().step(counted, turn, minutes);
    return watch.get().against();
  }

  /// Whether the canary's share of bad requests was proved to be over the limit at some time.
  boolean canaryOver() {
    return canaryPeak >= alarm;
  }

  /// The same of the stable revision.
  boolean stableOver() {
    return stablePeak >= alarm;
  }
}
