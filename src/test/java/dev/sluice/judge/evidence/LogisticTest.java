package dev.sluice.judge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.sim.Dice;
import org.junit.jupiter.api.Test;

/// The table's functions against the JDK's.
class LogisticTest {

  @Test
  void bothAreThoseOfTheExponentialFunction() {
    for (double s = -45; s < 45; s += 0.0371) {
      double value = 1 / (1 + Math.exp(-s));
      double integral = Math.max(s, 0) + Math.log1p(Math.exp(-Math.abs(s)));
      assertThat(Logistic.value(s)).as("%s", s).isCloseTo(value, within(1e-15));
      assertThat(Logistic.integral(s)).as("%s", s).isCloseTo(integral, within(1.5e-14));
    }
  }

  @Test
  void smallValuesAreRightInEveryDigitThatCounts() {
    for (double s = -39.99; s < -1; s += 0.0637) {
      double expected = 1 / (1 + Math.exp(-s));
      assertThat(Logistic.value(s) / expected).as("%s", s).isCloseTo(1, within(1e-14));
      assertThat(Logistic.integral(s) / Math.log1p(Math.exp(s))).isCloseTo(1, within(1e-13));
    }
  }

  @Test
  void farFromZeroNothingIsAdded() {
    assertThat(Logistic.value(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Logistic.integral(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Logistic.value(1e6)).isEqualTo(1);
    assertThat(Logistic.integral(1e6)).isEqualTo(1e6);
  }

  @Test
  void theLogarithmIsTheJdks() {
    var dice = new Dice(1);
    for (int i = 0; i < 5_000; i++) {
      double x = Math.exp(100 * (dice.uniform() - 0.5));
      assertThat(Logs.of(x)).as("%s", x).isCloseTo(Math.log(x), within(1e-14));
    }
    assertThat(Logs.of(1)).isCloseTo(0, within(1e-15));
  }

  @Test
  void smallPowersAreThoseOfTheJdk() {
    for (double less = 0; less < 39.99; less += 0.0713) {
      assertThat(Logs.power(less) / Math.exp(-less)).as("%s", less).isCloseTo(1, within(2e-15));
    }
    assertThat(Logs.power(0)).isEqualTo(1);
    assertThat(Logs.power(41)).isZero();
    assertThat(Logs.power(Double.POSITIVE_INFINITY)).isZero();
  }
}
