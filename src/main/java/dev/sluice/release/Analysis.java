package dev.sluice.release;

import java.util.List;

/// An analysis or experiment that the engine runs for a release.
///
/// @param podHash the revision it looks at
/// @param phase the engine's word: `Running`, `Successful`, `Failed`, `Inconclusive`, `Error` …
public record Analysis(
    String name, Kind kind, String podHash, String phase, String message, List<Metric> metrics) {

  public Analysis {
    metrics = List.copyOf(metrics);
  }

  /// What kind of object it is.
  public enum Kind {
    ANALYSIS_RUN,
    EXPERIMENT
  }

  /// One metric's tally.
  public record Metric(
      String name,
      String phase,
      int count,
      int successful,
      int failed,
      int inconclusive,
      int error) {}

  /// Whether it ended badly.
  public boolean failed() {
    return phase.equals("Failed") || phase.equals("Error");
  }
}
