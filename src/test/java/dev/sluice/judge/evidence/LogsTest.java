package dev.sluice.judge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogsTest {
  private static final double NOTHING = Double.NEGATIVE_INFINITY;

  @Test
  void twoAreAddedWhicheverIsLarger() {
    assertThat(Logs.add(Math.log(3), Math.log(5))).isCloseTo(Math.log(8), within(1e-14));
    assertThat(Logs.add(Math.log(5), Math.log(3))).isCloseTo(Math.log(8), within(1e-14));
    assertThat(Logs.add(-700, -700)).isCloseTo(-700 + Math.log(2), within(1e-12));
  }

  @Test
  void nothingAddsNothing() {
    assertThat(Logs.add(NOTHING, 2)).isEqualTo(2);
    assertThat(Logs.add(2, NOTHING)).isEqualTo(2);
    assertThat(Logs.add(NOTHING, NOTHING)).isEqualTo(NOTHING);
    assertThat(Logs.add(0, -60)).isZero();
    assertThat(Logs.add(0, -20)).isGreaterThan(0);
  }

  @Test
  void manyAreSummedAboutTheLargest() {
    double[] logs = {Math.log(1), NOTHING, Math.log(2), Math.log(4)};
    assertThat(Logs.sum(logs)).isCloseTo(Math.log(7), within(1e-14));
    assertThat(Logs.sum(new double[] {NOTHING, NOTHING})).isEqualTo(NOTHING);
  }
}
