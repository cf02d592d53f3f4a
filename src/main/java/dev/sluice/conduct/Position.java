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
/// @param soaked how long the current stage has soaked; empty while its pause has not begun
public record Position(StagePlan plan, int stage, Optional<Duration> soaked) {

  /// Where that canary release stands at `now`, server time; empty for another strategy.
  public static Optional<Position> of(Release release, Instant now) {
    if (!(release.strategy() instanceof Strategy.Canary canary)) {
      return Optional.empty();
    }
    var plan = StagePlan.of(canary.steps());
    if (!release.updating()) {
      return Optional.of(new Position(plan, plan.stages().size(), Optional.empty()));
    }
    int at = release.progress().step().orElse(canary.steps().size());
    return Optional.of(new Position(plan, stageAt(canary.steps(), at, plan), soaked(release, now)));
  }

  /// The weight after the next promotion; 100 when that ends the plan.
  public int nextWeight() {
    int next = Math.min(stage + 1, plan.stages().size() - 1);
    return plan.stages().get(next).weight();
  }

  private static int stageAt(List<Step> steps, int at, StagePlan plan) {
    int last = plan.stages().size() - 1;
    if (at >= steps.size()) {
      return last;
    }
    int begun = StagePlan.of(steps.subList(0, at + 1)).stages().size() - 1;
    return Math.clamp(begun - 1L, 0, last);
  }

  private static Optional<Duration> soaked(Release release, Instant now) {
    return release.progress().pauses().stream()
        .map(PauseReason::since)
        .min(Instant::compareTo)
        .map(since -> Duration.between(since, now))
        .map(d -> d.isNegative() ? Duration.ZERO : d);
  }
}
