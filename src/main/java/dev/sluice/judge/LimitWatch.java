package dev.sluice.judge;

import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Learning;
import dev.sluice.judge.evidence.LimitAlarm;
import java.util.List;
import java.util.Optional;

/// Watches both arms against the limit that holds whatever the other one does.
final class LimitWatch {
  private final double alarm;
  private final double limit;
  private final Learning learning;
  private final Optional<LimitAlarm> canary;
  private final Optional<LimitAlarm> stable;
  private int weight = -1;
  private double canaryPeak;
  private double stablePeak;

  /// @param learning what is known of the pods' own noise at each slice
  LimitWatch(Measure measure, Learning learning) {
    this.limit = measure.limit().orElse(0);
    this.learning = learning;
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
    if (canary.isEmpty() || slice.flaw().isPresent()) {
      return;
    }
    boolean turn = slice.weight() != weight;
    weight = slice.weight();
    double minutes = slice.length().toMillis() / 60e3;
    double spread = spread(slice.canary(), minutes);
    canaryPeak = Math.max(canaryPeak, step(canary, slice.canaryTally(), turn, minutes, spread));
    // A stable revision that may be over it speaks for a canary that is.
    stablePeak = Math.max(stablePeak, step(stable, slice.stableTally(), false, minutes, 1));
  }

  /// By the worst of what stable pods leave possible; where they cannot teach it, counts count.
  private double spread(List<PodTally> pods, double minutes) {
    var noise = learning.noise();
    double expected = limit * PodTally.sum(pods).requests() / minutes;
    return noise.learned() ? noise.most().spread(expected, pods.size()) : 1;
  }

  private static double step(
      Optional<LimitAlarm> watch, Tally counted, boolean turn, double minutes, double spread) {
    if (watch.isEmpty() || counted.requests() == 0) {
      return 0;
    }
    watch.get().step(counted, turn, minutes, spread);
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
