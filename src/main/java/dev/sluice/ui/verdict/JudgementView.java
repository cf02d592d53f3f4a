package dev.sluice.ui.verdict;

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
public record JudgementView(
    String title, Optional<VerdictView> verdict, String outlook, List<MeasureView> measures) {

  public JudgementView {
    measures = List.copyOf(measures);
  }

  /// Whether there is nothing to show.
  public boolean empty() {
    return verdict.isEmpty() && measures.isEmpty();
  }
}
