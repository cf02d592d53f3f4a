package dev.sluice.act;

import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.ReleaseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a person asked for with one gesture, and on which facts.
///
/// @param id unique in this console
/// @param armed what the button promised
/// @param reason what the person wrote, where a reason was asked for
/// @param may what the API server allows this person
public record Errand(
    long id,
    ReleaseRef release,
    Action action,
    Facts armed,
    Optional<String> reason,
    Instant begun,
    Permissions may) {

  /// Of somebody who may do everything.
  public Errand(
      long id,
      ReleaseRef release,
      Action action,
      Facts armed,
      Optional<String> reason,
      Instant begun) {
    this(id, release, action, armed, reason, begun, Permissions.ALL);
  }

  /// When the effect is late. A rollback is given long, since it is not given up while there is
  /// hope.
  public Instant deadline() {
    return begun.plus(patience(action));
  }

  /// A rollback keeps its aim when the world moves; every other action is refused then.
  public boolean insists() {
    return action instanceof Action.RollBack;
  }

  /// What chance goes by, other than for anybody who at the same moment asks for something else.
  long lot() {
    return begun.toEpochMilli() ^ action.hashCode();
  }

  /// How long the effect must be seen without interruption before it counts. Others may put a bad
  /// revision back within seconds of a rollback, and a pod that was asked to go is missed a moment
  /// later.
  public Duration hold() {
    return switch (action) {
      case Action.RollBack _, Action.Abort _, Action.Restart _ -> Duration.ofSeconds(3);
      case Action.Promote _,
          Action.PromoteFully _,
          Action.Pause _,
          Action.Resume _,
          Action.Retry _ ->
          Duration.ZERO;
    };
  }

  /// How long the effect of that action may take.
  public static Duration patience(Action action) {
    return switch (action) {
      case Action.RollBack _, Action.PromoteFully _, Action.Restart _ -> Duration.ofMinutes(10);
      case Action.Promote _, Action.Abort _, Action.Retry _ -> Duration.ofMinutes(1);
      case Action.Pause _, Action.Resume _ -> Duration.ofSeconds(30);
    };
  }
}
