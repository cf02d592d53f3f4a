package dev.sluice.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Series;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final double GAP = Double.NaN;

  @Test
  void keepsEveryPointThatHasAColumnOfItsOwn() {
    var columns = Columns.of(each(1, 2, 3), 0, 3, 3);
    assertThat(columns.values()).containsExactly(1, 2, 3);
    assertThat(columns.times()).containsExactly(0, 1, 2);
  }

  @Test
  void keepsLowestAndHighestOfAColumnInTheOrderTheyCame() {
    var columns = Columns.of(each(5, 9, 1, 5), 0, 4, 1);
    assertThat(columns.values()).containsExactly(9, 1);
    assertThat(columns.times()).containsExactly(1, 2);
  }

  @Test
  void neverHasMoreThanTwoPointsAColumn() {
    var values = new Random(1).doubles(20_000).toArray();
    var columns = Columns.of(each(values), 0, 20_000, 300);
    assertThat(columns.values()).hasSizeLessThanOrEqualTo(600);
    assertThat(max(columns.values())).isEqualTo(max(values));
  }

  @Test
  void loosesNoSpike() {
    double[] values = new double[10_000];
    values[7_777] = 42;
    assertThat(Columns.of(each(values), 0, 10_000, 200).values()).contains(42);
  }

  @Test
  void aGapStaysAGapHoweverShort() {
    var columns = Columns.of(each(1, 2, GAP, 2, 1), 0, 5, 1);
    assertThat(columns.values()).containsExactly(1, 2, GAP, 2, 1);
  }

  @Test
  void aLoneValueBecomesADash() {
    var columns = Columns.of(each(GAP, 7, GAP), 0, 3, 3);
    assertThat(columns.values()).containsExactly(GAP, 7, 7, GAP);
    assertThat(columns.times()).isSorted();
  }

  @Test
  void leavesOutWhatIsOutsideOfTheStretch() {
    assertThat(Columns.of(each(1, 2, 3, 4), 1, 2, 10).values()).containsExactly(2, 3);
  }

  @Test
  void isEmptyWithoutAnyValue() {
    assertThat(Columns.of(Series.EMPTY, 0, 10, 100).empty()).isTrue();
    assertThat(Columns.of(each(GAP, GAP), 0, 10, 100).empty()).isTrue();
    assertThat(Columns.of(each(GAP, 1), 0, 10, 100).empty()).isFalse();
  }

  @Test
  void timesNeverGoBack() {
    var random = new Random(3);
    double[] values =
        IntStream.range(0, 5_000)
            .mapToDouble(_ -> random.nextInt(10) == 0 ? GAP : random.nextGaussian())
            .toArray();
    assertThat(Columns.of(each(values), 0, 5_000, 321).times()).isSorted();
  }

  private static Series each(double... values) {
    return new Series(
        IntStream.range(0, values.length).mapToLong(i -> i * 1000L).toArray(), values);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
