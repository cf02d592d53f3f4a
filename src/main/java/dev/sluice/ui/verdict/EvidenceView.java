package dev.sluice.ui.verdict;

import java.util.List;
import java.util.Optional;

/// What lies behind a verdict.
///
/// @param courses one a measure; none while nothing is judged
/// @param burn empty while the error budget is not known
/// @param prospects empty while the service’s traffic is not known
public record EvidenceView(
    List<CourseView> courses, Optional<BurnView> burn, Optional<ProspectsView> prospects) {

  public EvidenceView {
    courses = List.copyOf(courses);
  }

  /// Whether there is nothing to show.
  public boolean empty() {
    return courses.isEmpty() && burn.isEmpty() && prospects.isEmpty();
  }
}
