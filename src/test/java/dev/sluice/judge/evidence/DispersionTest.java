package dev.sluice.judge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.sim.Dice;
import org.junit.jupiter.api.Test;

class DispersionTest {
  private static final Dispersion WANDERING = new Dispersion(0.5, 0.75);

  @Test
  void severalPodsTogetherWanderLessThanOne() {
    assertThat(WANDERING.variance(1)).isCloseTo(0.25, within(1e-12));
    assertThat(WANDERING.variance(4))
        .isCloseTo(Math.log1p(Math.expm1(0.25) / 4), within(1e-12))
        .isBetween(0.25 / 5, 0.25 / 3);
  }

  @Test
  void minutesThatResembleEachOtherCountForFewer() {
    assertThat(WANDERING.inertia()).isCloseTo(7, within(1e-12));
    assertThat(WANDERING.longRun()).isCloseTo(0.25 * 7, within(1e-12));
    assertThat(Dispersion.NONE.inertia()).isEqualTo(1);
  }

  @Test
  void withoutNoiseANumberSpreadsAsPoissonsDoes() {
    assertThat(Dispersion.NONE.spread(1_000, 3)).isEqualTo(1);
  }

  /// Against the variance of many simulated hours.
  @Test
  void aNumberSpreadsAsSimulatedOnesDo() {
    var dice = new Dice(5);
    double expected = 20;
    int minutes = 240;
    double sum = 0;
    double squares = 0;
    int runs = 1_000;
    for (int run = 0; run < runs; run++) {
      double x = WANDERING.sigma() * dice.normal();
      double total = 0;
      for (int minute = 0; minute < minutes; minute++) {
        x = WANDERING.phi() * x + WANDERING.sigma() * Math.sqrt(1 - 0.5625) * dice.normal();
        total += dice.poisson(expected * Math.exp(x - 0.125));
      }
      sum += total;
      squares += total * total;
    }
    double variance = squares / runs - sum / runs * sum / runs;
    assertThat(WANDERING.spread(expected, 1) / (variance / (expected * minutes)))
        .isBetween(0.85, 1.25);
  }
}
