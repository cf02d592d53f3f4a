package dev.sluice.release;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One entry of a release's timeline, as an Event in the cluster told it.
///
/// @param id unique in its cluster, stable when the event repeats
/// @param source who says so: the controller, a console
/// @param reason the event's machine-readable word
/// @param warning whether it is of type Warning
/// @param count how often it happened, at least 1
/// @param actor the person who acted, where a console said who that was; anybody who may write
///   Events can claim so
/// @param weight percent on the canary from then on, where it says so
public record Happening(
    String id,
    Instant at,
    String source,
    String reason,
    String message,
    boolean warning,
    int count,
    Optional<String> actor,
    OptionalInt weight) {

  /// One behind which no person is known.
  public Happening(
      String id,
      Instant at,
      String source,
      String reason,
      String message,
      boolean warning,
      int count) {
    this(id, at, source, reason, message, warning, count, Optional.empty(), OptionalInt.empty());
  }

  /// Who did it, as far as known.
  public String who() {
    return actor.orElse(source);
  }
}
