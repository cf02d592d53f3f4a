package dev.sluice.ui.verdict;

import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import java.util.List;
import java.util.Optional;

/// The verdict on a release, as its card shows it.
///
/// @param title what the verdict is on: `Verdict at 10 %`
/// @param verdict the worst of all measures, with one sentence; empty while nothing is judged and
///   nothing is to be
/// @param outlook what would change it; may be empty
/// @param measures in the judge’s order
/// @param budget what is left of the error budget, as one more measure
/// @param prospects what the stages can tell, while no release is under way
public record JudgementView(
    String title,
    Optional<VerdictView> verdict,
    String outlook,
    List<MeasureView> measures,
    Optional<BudgetView> budget,
    Optional<ProspectsView> prospects) {

  public JudgementView {
    measures = List.copyOf(measures);
  }

  /// The error budget in a line.
  ///
  /// @param left `62 % left`
  /// @param used what this release took of it; may be empty
  public record BudgetView(Mark mark, String left, String used) {}

  /// Whether there is nothing to show.
  public boolean empty() {
    return verdict.isEmpty() && measures.isEmpty() && prospects.isEmpty();
  }
}
