package dev.sluice.judge.slo;

import java.time.Instant;
import java.util.List;

/// How a service spends its error budget.
///
/// @param budget what is left of it now, and what this release took
/// @param burning the alerts that fire
/// @param course what was left over time, oldest first: an hour's step as a rule
/// @param asOf when it was counted
public record Spending(
    Slo slo, ErrorBudget budget, List<BurnAlert> burning, List<Left> course, Instant asOf) {

  /// What was left of the budget at one moment, 1 for all of it, negative when overdrawn.
  public record Left(Instant at, double share) {}

  public Spending {
    burning = List.copyOf(burning);
    course = List.copyOf(course);
  }
}
