package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The benchmarks `judge-nulls`, `judge-power` and `judge-plan` in small sizes, seeded.
class NullsTest {
  private static final Measure ERRORS = Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), 4);

  static Stream<World> healthy() {
    var calm = World.CALM;
    return Stream.of(
        calm,
        calm.sharing(0.5, 0.5, 0),
        calm.weight(minute -> minute < 30 ? 1 : minute < 60 ? 10 : 50).sharing(0.5, 0.8, 0.02),
        calm.own(0.15),
        calm.own(0.3).pods(1, 9),
        calm.own(0.5));
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void aCanaryAtTheBoundaryIsNotCalledRegressed(World world) {
    for (int seed = 0; seed < 25; seed++) {
      var called = Simulation.run(world.ratio(1.2), seed, ERRORS, Optional.empty(), 120);
      assertThat(called.regressed()).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void aCanaryThatIsWithinItsLimitOnAverageIsNotCalledOverIt(World world) {
    for (int release = 0; release < 6; release++) {
      assertThat(HealthyRelease.overLimit(world, release, 2, 300, 1.5 * world.base()))
          .as("release %d", release)
          .isFalse();
    }
  }

  @Test
  void aCanaryFarOverItsLimitIsCalledOverItWhateverItsPodsDoByThemselves() {
    for (var world : List.of(World.CALM, World.CALM.own(0.15), World.CALM.own(0.3))) {
      assertThat(HealthyRelease.overLimit(world.ratio(8), 1, 1, 30, 2 * world.base())).isTrue();
    }
  }

  @Test
  void aBadCanaryIsFoundInMinutes() {
    assertThat(median(World.CALM.ratio(2))).isLessThanOrEqualTo(4);
    assertThat(median(World.CALM.ratio(5))).isLessThanOrEqualTo(1);
    assertThat(median(World.CALM.own(0.15).ratio(5))).isLessThanOrEqualTo(3);
    assertThat(median(World.CALM.traffic(1180, 0.00005).ratio(20))).isLessThanOrEqualTo(5);
  }

  @Test
  void aHealthyCanaryIsSafeWithinItsSoak() {
    var soak = new Soak(10, Traffic.START, 1.5, 4);
    for (int seed = 0; seed < 10; seed++) {
      var called =
          Simulation.run(World.CALM.traffic(200, 0.005), seed, ERRORS, Optional.of(soak), 60);
      assertThat(called.safe()).as("seed %d", seed).isPresent();
    }
  }

  /// At the traffic at which each stage can prove least, by both of the console's measures.
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.15})
  void aHealthyCanaryPassesTheStandardPlanInItsTimeWithoutAPerson(double own) {
    var world = World.CALM.traffic(100, 0.005).own(own);
    long through =
        LongStream.range(0, 40).filter(seed -> Simulation.walk(world, seed).passes()).count();
    assertThat(through).isGreaterThanOrEqualTo(38);
  }

  @Test
  void kayentasRuleFailsHealthyCanariesWhoseArmsWander() {
    long failed =
        Stream.iterate(0, seed -> seed + 1)
            .limit(40)
            .filter(seed -> KayentaLook.everHigh(World.CALM.own(0.3), seed, 120))
            .count();
    assertThat(failed).isGreaterThan(8);
  }

  private static double median(World world) {
    List<Double> times =
        Stream.iterate(0, seed -> seed + 1)
            .limit(15)
            .map(seed -> Simulation.run(world, seed, ERRORS, Optional.empty(), 60))
            .map(called -> called.regressed().orElse(1e9))
            .sorted()
            .toList();
    return times.get(times.size() / 2);
  }
}
