package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Judges simulated services, with a look every quarter of a minute.
public final class Simulation {

  /// How long the stable pods run before the canary comes, for their noise to be learned.
  public static final Duration BEFORE = Duration.ofHours(6);

  /// When it was first called so, in minutes since the canary came; empty for never.
  public record Called(OptionalDouble regressed, OptionalDouble safe) {}

  private Simulation() {}

  /// Judges one measure of one release of that world until it is called regressed, or safe where
  /// that is asked for, or the time is over.
  ///
  /// @param soak asks for «safe»; without one it is only called regressed
  public static Called run(
      World world, long seed, Measure measure, Optional<Soak> soak, int minutes) {
    var traffic = new Traffic(world, seed, BEFORE);
    var trial =
        new Trial(measure, traffic.before(), soak.orElse(new Soak(10, Traffic.START, 1.5, 4)));
    for (int tick = 1; tick <= 4 * minutes; tick++) {
      Slice slice = traffic.next();
      trial.take(slice);
      if (trial.alarmed()) {
        return new Called(OptionalDouble.of(tick / 4.0), OptionalDouble.empty());
      } else if (soak.isPresent() && trial.verdict() instanceof Verdict.Safe) {
        return new Called(OptionalDouble.empty(), OptionalDouble.of(tick / 4.0));
      }
    }
    return new Called(OptionalDouble.empty(), OptionalDouble.empty());
  }

  /// Whether that release passes every stage of the plan at the end of its soak, without waiting
  /// longer anywhere.
  public static boolean passes(World world, long seed, Measure measure, List<Prospect> plan) {
    var course = world.weight(minute -> stageAt(plan, minute).stage().weight());
    var traffic = new Traffic(course, seed, BEFORE);
    var trial = new Trial(measure, traffic.before(), soak(plan, plan.getFirst()));
    for (var stage : plan) {
      trial.enter(soak(plan, stage));
      for (int tick = 0; tick < 4 * stage.stage().soak().toMinutes(); tick++) {
        trial.take(traffic.next());
      }
      if (!(trial.verdict() instanceof Verdict.Safe)) {
        return false;
      }
    }
    return true;
  }

  private static Soak soak(List<Prospect> plan, Prospect stage) {
    return new Soak(stage.stage().weight(), Traffic.START, stage.notWorseThan(), plan.size());
  }

  private static Prospect stageAt(List<Prospect> plan, int minute) {
    long left = minute;
    for (var stage : plan) {
      left -= stage.stage().soak().toMinutes();
      if (left < 0) {
        return stage;
      }
    }
    return plan.getLast();
  }
}
