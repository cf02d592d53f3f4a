package dev.sluice.gate;

import dev.sluice.gate.report.Report;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.judge.slo.ErrorBudget;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import java.util.List;
import java.util.Optional;

/// Proofs of a canary `b` for which there are no counters, so that its limits decide alone.
public final class Proofs {

  private Proofs() {}

  /// What the judge says where there is nothing to count.
  public static Judgement uncounted(String podHash) {
    return new Judgement(Optional.of(podHash), List.of(), Optional.empty(), Releases.NOON);
  }

  public static Proof of(Optional<Readings> readings) {
    return of(readings, List.of(), List.of(), Optional.empty());
  }

  static Proof of(Optional<Readings> readings, List<Result<Report>> reports, List<Review> reviews) {
    return of(readings, reports, reviews, Optional.empty());
  }

  static Proof of(
      Optional<Readings> readings,
      List<Result<Report>> reports,
      List<Review> reviews,
      Optional<ErrorBudget> budget) {
    return new Proof(readings, reports, reviews, budget, Optional.of(uncounted("b")));
  }
}
