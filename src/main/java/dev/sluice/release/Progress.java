package dev.sluice.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How far the engine has come with a release and what holds it.
///
/// @param phase with [ObjectVersion#observed] already taken into account
/// @param message the engine's own words, may be empty
/// @param step index of the current canary step; equal to the number of steps when done
/// @param paused a person paused it (`spec.paused`)
/// @param pauses the engine's own pauses (`status.pauseConditions`)
/// @param controllerPause the engine set its pause itself and has not finished leaving it
/// @param abortedAt set while an abort stands
/// @param aborted an abort stands
/// @param promoteFull a full promotion is under way
/// @param restarting pods older than a moment asked for are still being replaced
/// @param completedAt since when the desired revision has been the stable one, where that is known
public record Progress(
    Phase phase,
    String message,
    OptionalInt step,
    boolean paused,
    List<PauseReason> pauses,
    boolean controllerPause,
    boolean aborted,
    Optional<Instant> abortedAt,
    boolean promoteFull,
    boolean restarting,
    Optional<Instant> completedAt) {

  public Progress {
    pauses = List.copyOf(pauses);
  }
}
