package dev.sluice.cluster.argo;

import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import java.util.List;
import java.util.Optional;

/// How far an action takes the newer revision, and over which steps.
///
/// @param write the action's first one
record Route(Release release, Action action, Write write) {
  private static final int ALL = 100;
  private static final Step ENDLESS = new Step.Pause(Optional.empty());

  /// Percent on the newer revision now.
  int from() {
    return release.currentHash().map(release::share).orElse(0);
  }

  /// Percent on the newer revision once the effect is there.
  int to() {
    return switch (action) {
      case Action.PromoteFully _ -> ALL;
      case Action.Promote _ ->
          release.strategy() instanceof Strategy.BlueGreen ? ALL : walk(next());
      case Action.Resume _ -> resting() ? from() : walk(at());
      case Action.Retry _ -> release.strategy() instanceof Strategy.BlueGreen ? 0 : walk(0);
      case Action.RollBack(var target)
          when release.currentHash().filter(target::equals).isPresent() ->
          ALL;
      case Action.Abort _, Action.RollBack _ -> 0;
      case Action.Pause _, Action.Restart _ -> from();
    };
  }

  /// Steps that will not be walked, or not to their end.
  List<Step> skipped() {
    var steps = steps();
    return switch (action) {
      case Action.Promote _ -> left() ? List.copyOf(steps.subList(at(), next())) : List.of();
      case Action.PromoteFully _ -> List.copyOf(steps.subList(at(), steps.size()));
      case Action.RollBack _ -> write instanceof ArgoWrite.Undo ? steps : List.of();
      case Action.Pause _, Action.Resume _, Action.Abort _, Action.Retry _, Action.Restart _ ->
          List.of();
    };
  }

  private List<Step> steps() {
    return release.strategy() instanceof Strategy.Canary canary ? canary.steps() : List.of();
  }

  private int at() {
    return Math.min(release.progress().step().orElse(0), steps().size());
  }

  private boolean resting() {
    return !release.progress().pauses().isEmpty() || steps().isEmpty();
  }

  /// A pause that came from outside the steps is left without leaving the step.
  private int next() {
    return write instanceof ArgoWrite.Unpause && !atPause()
        ? at()
        : Math.min(at() + 1, steps().size());
  }

  private boolean atPause() {
    return release.step().filter(Step.Pause.class::isInstance).isPresent();
  }

  /// Whether a step is cut short: an endless pause is not, it ends by being promoted.
  private boolean left() {
    return release.step().filter(step -> !step.equals(ENDLESS)).isPresent();
  }

  private int walk(int from) {
    return release.strategy() instanceof Strategy.Canary canary ? canary.weightFrom(from) : ALL;
  }
}
