package dev.sluice.drill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiceTest {
  private static final int ROUNDS = 20_000;
  private final Dice dice = new Dice(1);

  private static void check(double[] drawn, double mean, double variance) {
    double average = DoubleStream.of(drawn).average().orElseThrow();
    double spread =
        DoubleStream.of(drawn).map(x -> (x - average) * (x - average)).average().orElseThrow();
    assertThat(average).isEqualTo(mean, within(4 * Math.sqrt((variance + 0.1) / ROUNDS) + 1e-9));
    assertThat(spread).isEqualTo(variance, within(0.06 * variance + 0.01));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.3", "5", "40", "61", "1000"})
  void eventsComeAsOftenAsExpectedAndSpreadAsPoissonSays(double expected) {
    check(
        DoubleStream.generate(() -> dice.events(expected)).limit(ROUNDS).toArray(),
        expected,
        expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.5", "10, 0", "10, 1", "10, 0.3", "100, 0.01", "100, 0.99", "5000, 0.2"})
  void hitsComeByTheirChance(long of, double chance) {
    check(
        DoubleStream.generate(() -> dice.hits(of, chance)).limit(ROUNDS).toArray(),
        of * chance,
        of * chance * (1 - chance));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.5", "1, 0.158655", "-1, 0.841345", "2.326348, 0.01", "8, 0"})
  void theBellCurvesTailIsRight(double x, double tail) {
    assertThat(Durations.tail(x)).isEqualTo(tail, within(1e-6));
  }

  @Test
  void noiseIsTheSameWheneverOneLooks() {
    var noise = new Noise(5);
    var at = Instant.parse("2026-01-05T09:30:20Z");
    assertThat(noise.at(at)).isEqualTo(new Noise(5).at(at)).isNotEqualTo(new Noise(6).at(at));
  }
}
