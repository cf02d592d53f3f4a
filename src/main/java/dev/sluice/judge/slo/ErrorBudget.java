package dev.sluice.judge.slo;

import dev.sluice.judge.count.Tally;
import java.time.Duration;
import java.util.Optional;

/// The error budget of a service now.
///
/// @param left share of it that is left, 1 for all of it, negative when it is overdrawn
/// @param release share of it that the canary used, which it would not have at the stable
///   revision's share of bad requests
/// @param part how far back it was counted, where that is less than the SLO's window; both shares
///   are then of what that part allows
public record ErrorBudget(double left, double release, Optional<Duration> part) {
  /// A service that was quiet for so small a part of the window at its beginning was seen for all.
  private static final int QUIET = 20;

  /// Empty when nothing was counted: no data is not a full budget.
  ///
  /// @param window everything that the service answered over the SLO's window, as far as it is
  ///   known
  /// @param over how far back that is
  /// @param canary what the canary answered since the release began
  /// @param stable what the stable revision answered meanwhile; with nothing of it, everything bad
  ///   of the canary's counts
  public static Optional<ErrorBudget> of(
      Slo slo, Tally window, Duration over, Tally canary, Tally stable) {
    double allowed = slo.allowed(window, slo.window());
    if (allowed == 0) {
      return Optional.empty();
    }
    double usual = stable.requests() == 0 ? 0 : stable.share() * canary.requests();
    return Optional.of(
        new ErrorBudget(
            1 - window.bad() / allowed,
            Math.max(0, canary.bad() - usual) / allowed,
            Optional.of(over).filter(known -> less(known, slo.window()))));
  }

  private static boolean less(Duration over, Duration window) {
    return over.compareTo(window.minus(window.dividedBy(QUIET))) < 0;
  }
}
