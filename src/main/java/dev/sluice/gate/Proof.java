package dev.sluice.gate;

import dev.sluice.gate.report.Report;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.judge.slo.ErrorBudget;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Optional;

/// Everything that gates go by besides the release itself.
///
/// @param readings the newest, empty while nothing was measured
/// @param reports the reports that were found; a failure for one that could not be read
/// @param reviews every signature that is known
/// @param budget the service's error budget, where it could be reckoned
/// @param judgement what the judge says, empty while it has not said anything
/// @param unmeasured why nothing newer was measured, while that is so
public record Proof(
    Optional<Readings> readings,
    List<Result<Report>> reports,
    List<Review> reviews,
    Optional<ErrorBudget> budget,
    Optional<Judgement> judgement,
    Optional<Words> unmeasured) {

  /// Nothing at all.
  public static final Proof NONE =
      new Proof(Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());

  /// While measuring works.
  public Proof(
      Optional<Readings> readings,
      List<Result<Report>> reports,
      List<Review> reviews,
      Optional<ErrorBudget> budget,
      Optional<Judgement> judgement) {
    this(readings, reports, reviews, budget, judgement, Optional.empty());
  }

  public Proof {
    reports = List.copyOf(reports);
    reviews = List.copyOf(reviews);
  }
}
