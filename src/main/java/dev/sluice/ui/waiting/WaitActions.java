package dev.sluice.ui.waiting;

import dev.sluice.release.Release;
import dev.sluice.release.Strategy;
import dev.sluice.state.Need;
import dev.sluice.text.Texts;
import java.util.Optional;

/// What a person opens a waiting release for.
final class WaitActions {

  private WaitActions() {}

  /// @param mine whether this user may act on it
  static String of(Need need, Optional<Release> release, boolean mine) {
    if (!mine) {
      return Texts.of("waiting.open");
    }
    return switch (need.kind()) {
      case WORSE, DEGRADED -> Texts.of("waiting.open.back");
      case PROMOTION ->
          Texts.of(
              release.filter(WaitActions::switches).isPresent()
                  ? "waiting.open.switch"
                  : "waiting.open.promote");
      case INCONCLUSIVE, AGAINST -> Texts.of("waiting.open.decide");
      case PAUSED -> Texts.of("waiting.open.resume");
      case OVERDUE, STUCK, ABORTED, NOT_DONE, TAKEN_BACK -> Texts.of("waiting.open.look");
    };
  }

  private static boolean switches(Release release) {
    return release.strategy() instanceof Strategy.BlueGreen;
  }
}
