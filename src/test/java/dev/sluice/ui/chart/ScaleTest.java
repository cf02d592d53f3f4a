package dev.sluice.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void everythingDrawnLiesBetweenTheBounds() {
    var random = new Random(5);
    for (int i = 0; i < 500; i++) {
      double[] values = random.doubles(20, 0, Math.pow(10, random.nextInt(8) - 3)).toArray();
      for (Signal signal : Signal.values()) {
        var scale = Scale.of(signal, drawn(values), OptionalDouble.empty());
        assertThat(Arrays.stream(values).allMatch(scale::holds)).isTrue();
      }
    }
  }

  @Test
  void theLimitIsInsideWhenTheDataComesNearIt() {
    var scale = errors(0.004, 0.01);
    assertThat(scale.holds(0.01)).isTrue();
  }

  @Test
  void aLimitFarAboveDoesNotFlattenTheData() {
    var scale = errors(0.0005, 0.01);
    assertThat(scale.holds(0.01)).isFalse();
    assertThat(scale.upper()).isLessThan(0.002);
  }

  @Test
  void withoutDataTheLimitGivesTheScale() {
    var scale = Scale.of(Signal.SATURATION, List.of(), OptionalDouble.of(0.8));
    assertThat(scale.holds(0.8)).isTrue();
    assertThat(scale.lower()).isZero();
  }

  @Test
  void withNothingAtAllThereIsStillAnAxis() {
    for (Signal signal : Signal.values()) {
      var scale = Scale.of(signal, List.of(), OptionalDouble.empty());
      assertThat(scale.upper()).isGreaterThan(scale.lower());
      assertThat(scale.step()).isPositive();
    }
  }

  @Test
  void boundsAreWholeStepsAndTicksFew() {
    var scale = Scale.of(Signal.REQUESTS, drawn(1_062, 118), OptionalDouble.empty());
    assertThat(scale.lower()).isZero();
    assertThat(scale.upper() / scale.step()).isEqualTo(Math.rint(scale.upper() / scale.step()));
    assertThat(scale.upper() / scale.step()).isBetween(2.0, 6.0);
  }

  @Test
  void latencyMayBeginAboveZeroWhenItVariesLittle() {
    var scale = Scale.of(Signal.LATENCY_P99, drawn(0.38, 0.42), OptionalDouble.empty());
    assertThat(scale.lower()).isGreaterThan(0.3);
  }

  @Test
  void gapsDoNotCount() {
    var scale = Scale.of(Signal.ERROR_RATE, drawn(Double.NaN, 0.01), OptionalDouble.empty());
    assertThat(scale.upper()).isBetween(0.01, 0.02);
  }

  private static Scale errors(double top, double limit) {
    return Scale.of(Signal.ERROR_RATE, drawn(top / 2, top), OptionalDouble.of(limit));
  }

  private static List<Columns> drawn(double... values) {
    long[] times = LongStream.range(0, values.length).map(i -> i * 1000).toArray();
    return List.of(Columns.of(new Series(times, values), 0, values.length, values.length));
  }
}
