package dev.sluice.state;

import dev.sluice.conduct.Standby;
import dev.sluice.release.ReleaseRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a console did for a release by itself and does no more, since nobody has looked: it ended,
/// or another revision is on its way. It says so until somebody opens the release, or that is gone.
///
/// @param back whether it would have gone back
/// @param promotes whether it promoted
/// @param seen whether somebody has opened the release since, or it is gone
public record Lapse(ReleaseRef release, boolean back, boolean promotes, Cause cause, boolean seen) {

  /// Why.
  public sealed interface Cause {

    /// That console was closed.
    record Closed(Instant at) implements Cause {}

    /// It ended otherwise, or runs still.
    record Ended() implements Cause {}

    /// It was asked for one revision, and another one is on its way.
    record Another() implements Cause {}
  }

  /// All that lapses when the console with that state ends, and what lapsed before and nobody has
  /// seen yet.
  ///
  /// @param closed when it is closed, if it is
  public static List<Lapse> of(ConsoleState state, Optional<Instant> closed) {
    return state.dossiers().entrySet().stream()
        .flatMap(entry -> of(entry.getKey(), entry.getValue(), closed).stream())
        .sorted(Comparator.comparing(lapse -> lapse.release().toString()))
        .toList();
  }

  private static Optional<Lapse> of(ReleaseRef release, Dossier dossier, Optional<Instant> closed) {
    if (!dossier.active()) {
      return dossier.lapse().filter(Lapse::untold);
    }
    var cause = closed.<Cause>map(Cause.Closed::new).orElseGet(Cause.Ended::new);
    return Optional.of(
        new Lapse(
            release,
            dossier.standby().filter(Standby::watching).isPresent(),
            dossier.helm().isPresent(),
            cause,
            false));
  }

  Lapse armedAgain() {
    return new Lapse(release, false, promotes, cause, seen);
  }

  Lapse steeredAgain() {
    return new Lapse(release, back, false, cause, seen);
  }

  Lapse opened() {
    return new Lapse(release, back, promotes, cause, true);
  }

  /// Whether somebody should still be told.
  public boolean untold() {
    return !seen && (back || promotes);
  }
}
