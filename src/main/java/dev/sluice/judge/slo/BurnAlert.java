package dev.sluice.judge.slo;

import dev.sluice.judge.count.Tally;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The multi-window, multi-burn-rate alerts of the SRE Workbook («Alerting on SLOs», table 5-8),
/// for a window of 30 days: burning is what does so over a long window and still does over a short
/// one.
public enum BurnAlert {
  /// 2 % of the budget within an hour: somebody is called.
  FAST(Duration.ofHours(1), Duration.ofMinutes(5), 14.4),
  /// 5 % within six hours: somebody is called.
  MIDDLE(Duration.ofHours(6), Duration.ofMinutes(30), 6),
  /// 10 % within three days: a ticket.
  SLOW(Duration.ofDays(3), Duration.ofHours(6), 1);

  private static final double DAYS = 30;

  private final Duration whole;
  private final Duration recent;
  private final double rate;

  BurnAlert(Duration whole, Duration recent, double rate) {
    this.whole = whole;
    this.recent = recent;
    this.rate = rate;
  }

  public Duration longWindow() {
    return whole;
  }

  public Duration shortWindow() {
    return recent;
  }

  /// The burn rate from which it fires, scaled so that the same share of a budget over another
  /// window is used.
  public double rate(Slo slo) {
    return rate * slo.window().toMillis() / Duration.ofDays(1).toMillis() / DAYS;
  }

  /// Those that fire. A window in which nothing was counted does not burn, and proves nothing.
  ///
  /// @param counted everything answered over the last so long
  public static List<BurnAlert> firing(Slo slo, Function<Duration, Tally> counted) {
    return Arrays.stream(values())
        .filter(alert -> burns(slo, counted.apply(alert.whole), alert.rate(slo)))
        .filter(alert -> burns(slo, counted.apply(alert.recent), alert.rate(slo)))
        .toList();
  }

  private static boolean burns(Slo slo, Tally counted, double rate) {
    return counted.requests() > 0 && slo.burnRate(counted) >= rate;
  }
}
