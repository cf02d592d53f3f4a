package dev.sluice.cli;

import dev.sluice.conduct.WayBack;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.util.Optional;

/// Chooses the action that a command means for the release as it is shown.
@FunctionalInterface
interface Aim {

  Aimed at(Given given, Release release);

  /// What was chosen.
  sealed interface Aimed {}

  /// That action.
  ///
  /// @param why how the choice was made, where there was one
  record At(Action action, Optional<Words> why) implements Aimed {}

  /// Nothing, and why.
  record Nothing(Words why) implements Aimed {}

  /// The same whatever the release is like.
  static Aim always(Action action) {
    return (_, _) -> new At(action, Optional.empty());
  }

  static Aimed promotion(Given given, Release release) {
    var action = given.flag(Options.FULL) ? new Action.PromoteFully() : new Action.Promote();
    return new At(action, Optional.empty());
  }

  static Aimed back(Given given, Release release) {
    var way =
        given
            .text(Options.TO)
            .map(name -> WayBack.named(release, name))
            .orElseGet(() -> WayBack.of(release));
    return switch (way) {
      case WayBack.To(var hash, var why) -> new At(new Action.RollBack(hash), Optional.of(why));
      case WayBack.Nowhere(var why) -> new Nothing(why);
    };
  }
}
