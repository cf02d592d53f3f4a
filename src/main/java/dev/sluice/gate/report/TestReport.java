package dev.sluice.gate.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a run of tests brought.
///
/// @param run tests, those left out among them
/// @param failed tests that failed or broke off
/// @param skipped tests that were left out
/// @param failures names of the first few that failed
public record TestReport(
    String source,
    Set<String> digests,
    Instant made,
    int run,
    int failed,
    int skipped,
    List<String> failures)
    implements Report {

  public TestReport {
    digests = Set.copyOf(digests);
    failures = List.copyOf(failures);
  }
}
