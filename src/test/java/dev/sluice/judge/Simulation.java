package dev.sluice.judge;

import dev.sluice.judge.Prospect.Planned;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import dev.sluice.policy.PlannedStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Judges simulated services, with a look every quarter of a minute.
public final class Simulation {

  /// How long the stable pods run before the canary comes, for their noise to be learned.
  public static final Duration BEFORE = Duration.ofHours(6);

  /// The plan that a policy has unless it says otherwise, without its end.
  public static final List<Planned> STANDARD =
      PlannedStage.STANDARD.stream()
          .filter(stage -> stage.weight() < 100)
          .map(stage -> new Planned(stage.weight(), stage.soak(), stage.notWorseThan()))
          .toList();

  /// What the console judges by, without the limits.
  private static final List<Measure> MEASURES =
      Stream.of(Signal.ERROR_RATE, Signal.LATENCY_P99)
          .map(signal -> Measure.of(signal, OptionalDouble.empty(), 2))
          .toList();

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

  /// What becomes of a release in the standard plan's nominal time.
  ///
  /// @param waits at the end of each stage, whether some measure is not called safe yet
  public record Walk(List<Boolean> waits) {

    public boolean passes() {
      return !waits.contains(true);
    }
  }

  /// Judges that release by both measures, each of which has counts of its own.
  public static Walk walk(World world, long seed) {
    var course = world.weight(minute -> stageAt(minute).weight());
    List<List<Boolean>> safe = new ArrayList<>();
    for (int i = 0; i < MEASURES.size(); i++) {
      var traffic = new Traffic(course, seed * MEASURES.size() + i, BEFORE);
      safe.add(safe(traffic, new Inquiry(MEASURES.get(i), STANDARD)));
    }
    return new Walk(
        IntStream.range(0, STANDARD.size())
            .mapToObj(stage -> !safe.stream().allMatch(one -> one.get(stage)))
            .toList());
  }

  private static List<Boolean> safe(Traffic traffic, Inquiry inquiry) {
    traffic.before().forEach(inquiry::take);
    List<Boolean> safe = new ArrayList<>();
    for (var stage : STANDARD) {
      for (int tick = 0; tick < 4 * stage.soak().toMinutes(); tick++) {
        inquiry.take(traffic.next());
      }
      var verdict = inquiry.assessment().hearing().map(Hearing::verdict);
      safe.add(verdict.orElseThrow() instanceof Verdict.Safe);
    }
    return safe;
  }

  private static Planned stageAt(int minute) {
    long left = minute;
    for (var stage : STANDARD) {
      left -= stage.soak().toMinutes();
      if (left < 0) {
        return stage;
      }
    }
    return STANDARD.getLast();
  }
}
