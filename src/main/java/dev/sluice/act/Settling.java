package dev.sluice.act;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Traffic;

/// Whether the users' requests already go where an action wants them.
final class Settling {

  private Settling() {}

  static boolean settled(Action action, Release release) {
    return switch (action) {
      case Action.RollBack(var target) -> release.share(target) == 100;
      case Action.Abort _ -> release.stableHash().map(release::share).orElse(0) == 100;
      case Action.PromoteFully _ -> release.currentHash().map(release::share).orElse(0) == 100;
      case Action.Promote _ -> reached(release);
      case Action.Pause _, Action.Resume _, Action.Retry _, Action.Restart _ -> true;
    };
  }

  /// Whether the action is not done before the traffic is where it wants it.
  static boolean needed(Action action) {
    return switch (action) {
      case Action.RollBack _, Action.Abort _, Action.PromoteFully _ -> true;
      case Action.Promote _, Action.Pause _, Action.Resume _, Action.Retry _, Action.Restart _ ->
          false;
    };
  }

  private static boolean reached(Release release) {
    return switch (release.traffic()) {
      case Traffic.Weighted(int asked, int served) -> !release.updating() || served >= asked;
      case Traffic.Switched(var active, _) -> active.equals(release.currentHash());
    };
  }
}
