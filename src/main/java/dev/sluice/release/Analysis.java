package dev.sluice.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// An analysis or experiment that the engine runs for a release.
///
/// @param podHash the revision it looks at
/// @param phase the engine's word: `Running`, `Successful`, `Failed`, `Inconclusive`, `Error` …
/// @param began when it was made
/// @param ended its last measurement or, of an experiment, when its pods became superfluous; empty
///   while it runs or where nobody says
public record Analysis(
    String name,
    Kind kind,
    String podHash,
    String phase,
    String message,
    List<Metric> metrics,
    Optional<Instant> began,
    Optional<Instant> ended) {

  /// One of which it is not known when it ran.
  public Analysis(
      String name, Kind kind, String podHash, String phase, String message, List<Metric> metrics) {
    this(name, kind, podHash, phase, message, metrics, Optional.empty(), Optional.empty());
  }

  public Analysis {
    metrics = List.copyOf(metrics);
  }

  /// What kind of object it is.
  public enum Kind {
    ANALYSIS_RUN,
    EXPERIMENT
  }

  /// One metric's tally.
  ///
  /// @param condition what a measurement must meet, else what makes it fail, as the manifest writes
  ///   it; may be empty
  /// @param measurements oldest first; the engine keeps the newest few
  /// @param dry whether it is only tried out: whatever it finds, the engine goes on
  /// @param message the engine's own words for how it stands; may be empty
  public record Metric(
      String name,
      String phase,
      int count,
      int successful,
      int failed,
      int inconclusive,
      int error,
      String condition,
      List<Measurement> measurements,
      boolean dry,
      String message) {

    /// A tally alone.
    public Metric(
        String name,
        String phase,
        int count,
        int successful,
        int failed,
        int inconclusive,
        int error) {
      this(name, phase, count, successful, failed, inconclusive, error, "", List.of(), false, "");
    }

    public Metric {
      measurements = List.copyOf(measurements);
    }

    /// Whether it is failing: the engine says so, or its newest measurement was not good. What is
    /// only tried out fails nothing.
    public boolean failing() {
      boolean newest = !measurements.isEmpty() && measurements.getLast().bad();
      return !dry && (newest || ended(phase));
    }

    private static boolean ended(String phase) {
      return phase.equals("Failed") || phase.equals("Error") || phase.equals("Inconclusive");
    }

    /// How many of its measurements were not good.
    public int bad() {
      return failed + error + inconclusive;
    }

    /// How many measurements there were: the engine's own count leaves out those that ended in an
    /// error.
    public int measured() {
      return successful + bad();
    }

    /// Whether the engine calls it successful though no measurement was: it does where the run was
    /// ended before one (argo-rollouts#4479). No data is never a pass.
    public boolean hollow() {
      return phase.equals("Successful") && successful == 0;
    }
  }

  /// One look at a metric.
  ///
  /// @param phase the engine's word for it
  /// @param value where it is one number
  public record Measurement(String phase, OptionalDouble value, Instant at) {

    boolean bad() {
      return Metric.ended(phase);
    }
  }

  /// Whether it ended badly.
  public boolean failed() {
    return phase.equals("Failed") || phase.equals("Error");
  }

  /// Whether it ended without being able to decide.
  public boolean inconclusive() {
    return phase.equals("Inconclusive");
  }

  /// Whether it passed on one of its metrics that nothing has shown to be good.
  public boolean hollow() {
    return phase.equals("Successful") && metrics.stream().anyMatch(Metric::hollow);
  }

  /// Whether it is still at work.
  public boolean running() {
    return phase.equals("Running") || phase.equals("Pending") || phase.isEmpty();
  }
}
