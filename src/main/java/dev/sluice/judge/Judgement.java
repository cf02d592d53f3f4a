package dev.sluice.judge;

import dev.sluice.judge.slo.Spending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the judge says of one release and its service, as counted up to one moment. Immutable: the
/// one who counts makes a new one at each look.
///
/// @param revision pod hash of the newer revision that is judged; empty while none is under way,
///   when there are only prospects
/// @param assessments one a measure, errors first; none where there are no counters at all
/// @param spending the error budget; empty while it is not known
/// @param asOf end of the newest slice that was counted, flawed or not, on the metrics' clock
public record Judgement(
    Optional<String> revision,
    List<Assessment> assessments,
    Optional<Spending> spending,
    Instant asOf) {

  public Judgement {
    assessments = List.copyOf(assessments);
  }

  /// Whether there are no counters to judge any revision by.
  public boolean uncounted() {
    return assessments.isEmpty();
  }

  /// What is said of that signal; empty where it is not judged.
  public Optional<Assessment> of(Signal signal) {
    return assessments.stream().filter(one -> one.measure().signal() == signal).findFirst();
  }

  /// What is said of that revision, one a measure that it is judged by; never what was said of
  /// another one.
  public List<Hearing> hearings(String podHash) {
    return revision.filter(podHash::equals).stream()
        .flatMap(_ -> assessments.stream())
        .flatMap(assessment -> assessment.hearing().stream())
        .toList();
  }

  /// What is said of that signal of that revision; never what was said of another one.
  public Optional<Hearing> hearing(Signal signal, String podHash) {
    return revision.filter(podHash::equals).flatMap(_ -> of(signal)).flatMap(Assessment::hearing);
  }
}
