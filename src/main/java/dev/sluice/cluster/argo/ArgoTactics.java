package dev.sluice.cluster.argo;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import java.util.List;

/// What Argo Rollouts is told for each action, and how its effect is known. The meaning and the
/// traps of each write were read in its sources (1.10.1, `pkg/kubectl-argo-rollouts/cmd` and
/// `rollout/sync.go`) and seen on the real controller.
public final class ArgoTactics implements Tactics {
  private final Permissions may;

  /// For a user who may do everything.
  public ArgoTactics() {
    this(Permissions.ALL);
  }

  private ArgoTactics(Permissions may) {
    this.may = may;
  }

  @Override
  public Tactics within(Permissions permissions) {
    return permissions.equals(may) ? this : new ArgoTactics(permissions);
  }

  @Override
  public Move next(Action action, Facts armed, Release now, List<Write> sent) {
    return action instanceof Action.RollBack
        ? move(action, armed, now, sent)
        : Changes.ofObject(armed, now).orElseGet(() -> move(action, armed, now, sent));
  }

  private Move move(Action action, Facts armed, Release now, List<Write> sent) {
    var sight = new Sight(now);
    return switch (action) {
      case Action.Promote _ -> new Promotion(armed, sight, sent).next();
      case Action.PromoteFully _ -> new FullPromotion(armed, sight, sent).next();
      case Action.Pause _ -> new Holding(armed, sight, sent).pause();
      case Action.Resume _ -> new Holding(armed, sight, sent).resume();
      case Action.Abort _ -> new Aborting(armed, sight, sent).next();
      case Action.RollBack(var target) -> new GoingBack(target, sight, sent, may).next();
      case Action.Retry _ -> new StartingAgain(armed, sight, sent).retry();
      case Action.Restart _ -> new StartingAgain(armed, sight, sent).restart();
    };
  }
}
