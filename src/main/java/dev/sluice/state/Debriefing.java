package dev.sluice.state;

import dev.sluice.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is said after an exercise.
///
/// @param good whether it ended as it should
/// @param facts its figures
/// @param lines what happened, in the order of time
/// @param timeUp when its time was up; empty where it came to an end before
public record Debriefing(
    boolean good, Words verdict, List<Fact> facts, List<Line> lines, Optional<Instant> timeUp) {

  public Debriefing {
    facts = List.copyOf(facts);
    lines = List.copyOf(lines);
  }

  /// The same, and that first.
  public Debriefing with(Fact first) {
    return new Debriefing(
        good, verdict, Stream.concat(Stream.of(first), facts.stream()).toList(), lines, timeUp);
  }

  /// A figure and what it is of.
  public record Fact(Words name, Words value) {}

  /// Something that happened.
  ///
  /// @param by whether the person did it
  public record Line(Instant at, Words words, boolean by) {}
}
