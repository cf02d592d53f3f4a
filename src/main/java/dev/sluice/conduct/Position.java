package dev.sluice.conduct;

import dev.sluice.release.PauseReason;
import dev.sluice.release.Release;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a canary stands on its plan.
///
/// @param plan the stages of its manifest
/// @param stage index of the current stage; the number of stages when it is through
/// @param soaked how long the current pause has lasted; empty while none has begun
/// @param nextWeight the weight after the next promotion: of the step it would hold at next, 100
///   when that ends the plan
/// @param moving whether the engine is on its way to that weight already
public record Position(
    StagePlan plan, int stage, Optional<Duration> soaked, int nextWeight, boolean moving) {

  /// Where that canary release stands at `now`, server time; empty for another strategy.
  public static Optional<Position> of(Release release, Instant now) {
    if (!(release.strategy() instanceof Strategy.Canary canary)) {
      return Optional.empty();
    }
    var steps = canary.steps();
    var plan = StagePlan.of(steps);
    if (!release.updating()) {
      return Optional.of(new Position(plan, plan.stages().size(), Optional.empty(), 100, false));
    }
    int at = Math.max(0, release.progress().step().orElse(0));
    return Optional.of(
        new Position(
            plan,
            stageAt(steps, at, plan),
            soaked(release, now),
            canary.weightFrom(at + 1),
            moving(release)));
  }

  /// Whether all users have that release already, so that nothing but its end is still to come.
  public static boolean ends(Release release, Instant now) {
    return release.updating()
        && !release.progress().aborted()
        && of(release, now).filter(Position::last).isPresent();
  }

  /// Whether all users have it, and nothing but the plan's end comes after.
  public boolean last() {
    boolean everybody =
        stage == plan.stages().size() - 1 && plan.stages().get(stage).weight() == 100;
    return everybody && !moving;
  }

  private static boolean moving(Release release) {
    var progress = release.progress();
    return release.step().filter(step -> !step.holds()).isPresent()
        && progress.pauses().isEmpty()
        && !progress.paused()
        && !progress.aborted();
  }

  private static int stageAt(List<Step> steps, int at, StagePlan plan) {
    int last = plan.stages().size() - 1;
    return at >= steps.size() ? last : StagePlan.split(steps.subList(0, at + 1)).size() - 1;
  }

  private static Optional<Duration> soaked(Release release, Instant now) {
    return release.progress().pauses().stream()
        .map(PauseReason::since)
        .min(Instant::compareTo)
        .map(since -> Duration.between(since, now))
        .map(d -> d.isNegative() ? Duration.ZERO : d);
  }
}
