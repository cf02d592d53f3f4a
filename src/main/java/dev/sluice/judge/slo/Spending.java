package dev.sluice.judge.slo;

import dev.sluice.judge.count.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// How a service spends its error budget.
///
/// @param budget what is left of it now, and what this release took
/// @param burns what was answered over the long and the short window of each alert, as far as
///   anything was; longest last
/// @param burning the alerts that fire
/// @param course what was left over time, oldest first: an hour's step as a rule
/// @param asOf when it was counted
public record Spending(
    Slo slo,
    ErrorBudget budget,
    List<Burn> burns,
    List<BurnAlert> burning,
    List<Left> course,
    Instant asOf) {

  /// What was answered over the last so long.
  public record Burn(Duration over, Tally counted) {

    /// Of every window that an alert looks at.
    ///
    /// @param counted everything answered over the last so long
    public static List<Burn> all(Function<Duration, Tally> counted) {
      return Arrays.stream(BurnAlert.values())
          .flatMap(alert -> Stream.of(alert.shortWindow(), alert.longWindow()))
          .distinct()
          .sorted()
          .map(over -> new Burn(over, counted.apply(over)))
          .filter(burn -> burn.counted.requests() > 0)
          .toList();
    }
  }

  /// What was left of the budget at one moment, 1 for all of it, negative when overdrawn.
  public record Left(Instant at, double share) {}

  public Spending {
    burns = List.copyOf(burns);
    burning = List.copyOf(burning);
    course = List.copyOf(course);
  }
}
