package dev.sluice.judge.slo;

import dev.sluice.judge.count.Tally;
import java.util.Optional;

/// The error budget of a service now.
///
/// @param left share of it that is left, 1 for all of it, negative when it is overdrawn
/// @param release share of it that the canary used, which it would not have at the stable
///   revision's share of bad requests
public record ErrorBudget(double left, double release) {

  /// Empty when nothing was counted: no data is not a full budget.
  ///
  /// @param window everything that the service answered over the SLO's window
  /// @param canary what the canary answered since the release began
  /// @param stable what the stable revision answered meanwhile; with nothing of it, everything bad
  ///   of the canary's counts
  public static Optional<ErrorBudget> of(Slo slo, Tally window, Tally canary, Tally stable) {
    double allowed = slo.allowed(window, slo.window());
    if (allowed == 0) {
      return Optional.empty();
    }
    double usual = stable.requests() == 0 ? 0 : stable.share() * canary.requests();
    return Optional.of(
        new ErrorBudget(1 - window.bad() / allowed, Math.max(0, canary.bad() - usual) / allowed));
  }
}
