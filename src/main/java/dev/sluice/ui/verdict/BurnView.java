package dev.sluice.ui.verdict;

import dev.sluice.judge.slo.Spending;
import dev.sluice.ui.control.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the error budget burns down.
///
/// @param left `62 % left`
/// @param lines what this release took, and how fast it burns
/// @param course what was left over time, oldest first
/// @param since when this release began
public record BurnView(
    Mark mark,
    String left,
    List<String> lines,
    List<Spending.Left> course,
    Optional<Instant> since,
    String spoken) {

  public BurnView {
    lines = List.copyOf(lines);
    course = List.copyOf(course);
  }
}
