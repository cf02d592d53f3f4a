package dev.sluice.ui.release;

import dev.sluice.release.Action;

/// What a key asks for on a release's page: a verb, of which the plan is shown first.
public enum Wish {
  /// Promote, switch, or start again what was aborted.
  FORWARD,
  /// Promote to everyone.
  ALL_THE_WAY,
  /// Pause, or resume what is paused.
  CALM,
  ABORT,
  RESTART;

  boolean means(Action action) {
    return switch (action) {
      case Action.Promote _, Action.Retry _ -> this == FORWARD;
      case Action.PromoteFully _ -> this == ALL_THE_WAY;
      case Action.Pause _, Action.Resume _ -> this == CALM;
      case Action.Abort _ -> this == ABORT;
      case Action.Restart _ -> this == RESTART;
      case Action.RollBack _ -> false;
    };
  }
}
