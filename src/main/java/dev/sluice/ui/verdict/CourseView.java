package dev.sluice.ui.verdict;

import dev.sluice.judge.Hearing;
import java.time.Instant;
import java.util.List;

/// How one measure came to its verdict.
///
/// @param verdict what is said of it now; its name is the plot’s title
/// @param sentence the verdict in plain words
/// @param outlook what would change it; may be empty
/// @param figures requests and bad ones on each side, the interval, the evidence: a line each
/// @param course oldest first
/// @param stages each stretch of time at one weight, oldest first
public record CourseView(
    MeasureView verdict,
    String sentence,
    String outlook,
    List<String> figures,
    List<Hearing.Moment> course,
    List<Stage> stages) {

  public CourseView {
    figures = List.copyOf(figures);
    course = List.copyOf(course);
    stages = List.copyOf(stages);
  }

  /// A stretch of time at one weight.
  ///
  /// @param label its weight: `10 %`
  /// @param asked what the canary had to be proved to be below; `NaN` where that is not known
  public record Stage(Instant from, Instant to, String label, double asked) {}
}
