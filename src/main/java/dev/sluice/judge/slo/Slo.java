package dev.sluice.judge.slo;

import dev.sluice.judge.count.Tally;
import java.time.Duration;

/// What a service promises: this share of its requests is good, over this window.
///
/// @param objective 0–1, exclusive
public record Slo(double objective, Duration window) {

  public Slo {
    if (!(objective > 0 && objective < 1) || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(objective + " over " + window);
    }
  }

  /// The share of requests that may be bad.
  public double allowance() {
    return 1 - objective;
  }

  /// How many times faster than the budget lasts requests were bad: 1 uses all of it up in exactly
  /// the window. `NaN` without a request.
  public double burnRate(Tally counted) {
    return counted.share() / allowance();
  }

  /// How many bad requests the window allows at the traffic that was counted over some part of it.
  double allowed(Tally counted, Duration over) {
    double perMilli = (double) counted.requests() / over.toMillis();
    return allowance() * perMilli * window.toMillis();
  }
}
