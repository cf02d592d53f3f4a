package dev.sluice.state;

import dev.sluice.conduct.Standby;
import dev.sluice.release.ReleaseRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a console did for a release by itself until it ended. The next one does not take it up:
/// nobody has looked since. It says so.
///
/// @param back whether it would have gone back
/// @param promotes whether it promoted
/// @param closed when that console was closed; empty while it runs, and where it ended otherwise
public record Lapse(ReleaseRef release, boolean back, boolean promotes, Optional<Instant> closed) {

  /// All that lapses when the console with that state ends.
  ///
  /// @param closed when it is closed, if it is
  public static List<Lapse> of(ConsoleState state, Optional<Instant> closed) {
    return state.dossiers().entrySet().stream()
        .filter(entry -> entry.getValue().active())
        .map(entry -> of(entry.getKey(), entry.getValue(), closed))
        .sorted(Comparator.comparing(lapse -> lapse.release().toString()))
        .toList();
  }

  private static Lapse of(ReleaseRef release, Dossier dossier, Optional<Instant> closed) {
    return new Lapse(
        release,
        dossier.standby().filter(Standby::watching).isPresent(),
        dossier.helm().isPresent(),
        closed);
  }

  Lapse armedAgain() {
    return new Lapse(release, false, promotes, closed);
  }

  Lapse steeredAgain() {
    return new Lapse(release, back, false, closed);
  }
}
