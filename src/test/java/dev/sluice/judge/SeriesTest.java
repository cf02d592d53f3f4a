package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesTest {

  private static final double GAP = Double.NaN;

  @Test
  void theLatestValueLooksBackOverGapsButNotBehindItsBound() {
    var series = series(1.0, 2.0, GAP, GAP);
    assertThat(series.latest(0)).hasValue(2.0);
    assertThat(series.latest(1000)).hasValue(2.0);
    assertThat(series.latest(1001)).isEmpty();
    assertThat(series.lastMeasured()).isEqualTo(1000);
  }

  @Test
  void aPointIsFoundByItsTimeOrTheNextAfterIt() {
    var series = series(1.0, 2.0, GAP);
    assertThat(series.size()).isEqualTo(3);
    assertThat(series.time(1)).isEqualTo(1000);
    assertThat(series.value(1)).isEqualTo(2.0);
    assertThat(series.firstFrom(1000)).isEqualTo(1);
    assertThat(series.firstFrom(1001)).isEqualTo(2);
    assertThat(series.firstFrom(-1)).isZero();
    assertThat(series.firstFrom(9999)).isEqualTo(3);
  }

  @Test
  void nothingButGapsWasNeverMeasured() {
    assertThat(series(GAP, GAP).latest(Long.MIN_VALUE)).isEmpty();
    assertThat(series(GAP, GAP).lastMeasured()).isEqualTo(Long.MIN_VALUE);
    assertThat(Series.EMPTY.latest(Long.MIN_VALUE)).isEmpty();
    assertThat(Series.EMPTY.lastMeasured()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void equalPointsMakeEqualSeriesGapsIncluded() {
    assertThat(series(1.0, GAP)).isEqualTo(series(1.0, GAP)).hasSameHashCodeAs(series(1.0, GAP));
    assertThat(series(1.0, GAP)).isNotEqualTo(series(1.0, 0.0));
  }

  @Test
  void aSeriesNeedsAValueForEachTime() {
    assertThatThrownBy(() -> new Series(new long[2], new double[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Series series(double... values) {
    var times = new long[values.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = i * 1000L;
    }
    return new Series(times, values);
  }
}
