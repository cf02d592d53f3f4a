package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The figures of seeded releases, as they were before the arithmetic was made cheaper: whoever
/// makes it cheaper again must come to the same, to 1e-9.
class FiguresTest {
  private static final Measure ERRORS = Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), 4);
  private static final Offset<Double> SAME = within(1e-9);

  static Stream<Arguments> releases() {
    return Stream.of(
        Arguments.of(
            World.CALM,
            0.977223741668953,
            0.9141634679860703,
            1.0520181883531026,
            0.0,
            -4.00252542390605),
        Arguments.of(
            World.CALM.own(0.3).ratio(3),
            2.9623877027456254,
            0.776786417029415,
            9.014131228186914,
            5.134837093024544,
            2.2130984689902107),
        Arguments.of(
            World.CALM.traffic(100, 0.005).ratio(1.5),
            1.4765223861487786,
            1.17669026396567,
            1.8535369210830883,
            6.557745191728863,
            5.86317015943132),
        Arguments.of(
            World.CALM.own(0.5).pods(1, 9).traffic(100, 0.005),
            0.9069764427933525,
            0.5016508122759435,
            1.6427419958069973,
            0.0,
            -3.729405751623375));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void areTheSameAsEver(
      World world, double ratio, double low, double high, double peak, double against) {
    var evidence = after(world, 400);
    assertThat(evidence.ratio()).isCloseTo(ratio, SAME);
    assertThat(evidence.low()).isCloseTo(low, SAME);
    assertThat(evidence.high()).isCloseTo(high, SAME);
    assertThat(evidence.peak()).isCloseTo(peak, SAME);
    assertThat(evidence.against()).isCloseTo(against, SAME);
  }

  static Stream<Arguments> shortReleases() {
    return Stream.of(
        Arguments.of(World.CALM.traffic(100, 0.005), 7784),
        Arguments.of(World.CALM.traffic(300, 0.005).own(0.15), 3027),
        Arguments.of(World.CALM.traffic(50, 0.005).ratio(2.5), 1060),
        Arguments.of(World.CALM.own(0.3).pods(1, 9).ratio(2), 2911));
  }

  @ParameterizedTest
  @MethodSource("shortReleases")
  void theOutlookIsTheSameAsEver(World world, long seconds) {
    assertThat(after(world, 25).toDecision()).hasValue(Duration.ofSeconds(seconds));
  }

  private static Evidence after(World world, int ticks) {
    var traffic = new Traffic(world, 7, Duration.ofHours(2));
    var trial = new Trial(ERRORS, traffic.before(), new Soak(10, Traffic.START, 1.5, 4));
    for (int tick = 0; tick < ticks; tick++) {
      trial.take(traffic.next());
    }
    return trial.verdict().evidence();
  }
}
