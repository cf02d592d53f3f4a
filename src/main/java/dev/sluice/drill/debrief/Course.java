package dev.sluice.drill.debrief;

import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What happened in a drill, by its own clock.
///
/// @param opened when a person first saw it
/// @param pace how its time went by on the wall
/// @param notes what happened by itself
/// @param deeds what the person did, also when it was over
/// @param hurts from when on users were hurt; empty for never
/// @param blind when nothing was measured; empty for never
/// @param safe when no request went to the new version any more, after that; empty for never
/// @param requests how many were made in all
/// @param bad how many of them users would complain about
/// @param end how it ended
/// @param closed when it was over
public record Course(
    Instant opened,
    Pace pace,
    List<Note> notes,
    List<Deed> deeds,
    Optional<Instant> hurts,
    Optional<Span> blind,
    Optional<Instant> safe,
    long requests,
    long bad,
    End end,
    Instant closed) {
  /// How long requests are counted before they tell whether users are hurt.
  public static final Duration PASSING = Duration.ofSeconds(15);

  /// How long it may last.
  public static final Duration LONGEST = Duration.ofMinutes(20);

  public Course {
    notes = List.copyOf(notes);
    deeds = List.copyOf(deeds);
  }

  /// Something that happened.
  public record Note(Instant at, Words words) {}

  /// From one moment to another.
  public record Span(Instant from, Instant to) {
    boolean holds(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(to);
    }
  }

  /// How the release stood when it was over.
  public enum End {
    /// All users have the new version.
    PROMOTED,
    /// All users have the old one.
    BACK,
    /// Nobody brought it to an end in time.
    OPEN
  }

  /// The first deed that took users away from the new version, after they began to be hurt.
  Optional<Deed> answer() {
    return hurts.flatMap(
        since -> goingsBack().filter(deed -> !deed.at().isBefore(since)).findFirst());
  }

  /// Whether somebody went back before users were hurt, and needed not do it again.
  boolean wentBackFirst() {
    return answer().isEmpty()
        && goingsBack().anyMatch(deed -> hurts.map(deed.at()::isBefore).orElse(true));
  }

  private Stream<Deed> goingsBack() {
    return deeds.stream().filter(deed -> deed.kind().back() && deed.accepted() && !late(deed));
  }

  /// Whether it only brings an earlier template, to which somebody went back, to everyone.
  boolean bringsBack(Deed deed) {
    return deed.kind().forward()
        && deeds.stream()
            .anyMatch(other ->
                other.kind() == Deed.Kind.UNDO
                    && other.accepted()
                    && other.at().isBefore(deed.at()));
  }

  /// Whether it was over before that.
  boolean late(Deed deed) {
    return deed.at().isAfter(closed);
  }

  /// Whether somebody went back only when it was over.
  boolean wentBackLate() {
    return deeds.stream().anyMatch(deed -> deed.kind().back() && deed.accepted() && late(deed));
  }

  /// When its time was up before it came to an end; empty where it came to one.
  Optional<Instant> timeUp() {
    return closed.isAfter(opened.plus(LONGEST)) ? Optional.of(closed) : Optional.empty();
  }

  /// The same, with what somebody did when it was over.
  public Course with(Deed deed) {
    return new Course(
        opened,
        pace,
        notes,
        Stream.concat(deeds.stream(), Stream.of(deed)).toList(),
        hurts,
        blind,
        safe,
        requests,
        bad,
        end,
        closed);
  }

  /// Whether no measuring interval went by between the first hurt and safety.
  boolean hurtInPassing() {
    return hurts
        .flatMap(since -> safe.map(until -> !until.isAfter(since.plus(PASSING))))
        .orElse(false);
  }

  /// The same, but that users were hurt.
  Course unhurt() {
    return new Course(
        opened,
        pace,
        notes,
        deeds,
        Optional.empty(),
        blind,
        Optional.empty(),
        requests,
        bad,
        end,
        closed);
  }

  /// Whether somebody went on though nothing was measured.
  boolean wentOnBlind() {
    return blind
        .filter(span ->
            deeds.stream()
                .anyMatch(
                    deed -> deed.kind().forward() && deed.accepted() && span.holds(deed.at())))
        .isPresent();
  }
}
