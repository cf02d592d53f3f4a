package dev.sluice.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Progress while a test makes it of another one: what is not set is as it was.
public final class ProgressDraft {

  /// It stands still, at no step, and nothing holds it.
  private static final Progress PAUSED =
      new Progress(
          Phase.PAUSED,
          "",
          OptionalInt.empty(),
          false,
          List.of(),
          false,
          false,
          Optional.empty(),
          false,
          false,
          Optional.empty());

  public Phase phase;
  public String message;
  public OptionalInt step;
  public boolean paused;
  public List<PauseReason> pauses;
  public boolean controllerPause;
  public boolean aborted;
  public Optional<Instant> abortedAt;
  public boolean promoteFull;
  public boolean restarting;
  public Optional<Instant> completedAt;

  private ProgressDraft(Progress like) {
    phase = like.phase();
    message = like.message();
    step = like.step();
    paused = like.paused();
    pauses = like.pauses();
    controllerPause = like.controllerPause();
    aborted = like.aborted();
    abortedAt = like.abortedAt();
    promoteFull = like.promoteFull();
    restarting = like.restarting();
    completedAt = like.completedAt();
  }

  public static Progress of(Progress like, Consumer<ProgressDraft> change) {
    var draft = new ProgressDraft(like);
    change.accept(draft);
    return draft.progress();
  }

  /// Paused, and else as nothing has happened.
  public static Progress of(Consumer<ProgressDraft> change) {
    return of(PAUSED, change);
  }

  private Progress progress() {
    return new Progress(
        phase,
        message,
        step,
        paused,
        pauses,
        controllerPause,
        aborted,
        abortedAt,
        promoteFull,
        restarting,
        completedAt);
  }
}
