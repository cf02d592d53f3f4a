package dev.sluice.judge.kayenta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.kayenta.KayentaMetric.Direction;
import dev.sluice.judge.kayenta.KayentaMetric.Label;
import dev.sluice.judge.kayenta.KayentaScore.Judged;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KayentaMetricTest {
  private static final KayentaMetric ERRORS =
      new KayentaMetric(Direction.INCREASE, false, true, 1, 1);

  @Test
  void aCanaryThatLiesHigherIsHigh() {
    assertThat(ERRORS.label(around(2), around(1))).isEqualTo(Label.HIGH);
  }

  @Test
  void aCanaryThatLiesLowerPassesWhereOnlyAnIncreaseIsBad() {
    assertThat(ERRORS.label(around(1), around(2))).isEqualTo(Label.PASS);
    var either = new KayentaMetric(Direction.EITHER, false, true, 1, 1);
    assertThat(either.label(around(1), around(2))).isEqualTo(Label.LOW);
  }

  @Test
  void anIncreaseWithinWhatIsAllowedPasses() {
    var lenient = new KayentaMetric(Direction.INCREASE, false, true, 3, 1);
    assertThat(lenient.label(around(2), around(1))).isEqualTo(Label.PASS);
  }

  @Test
  void twoSeriesThatAreTheSamePass() {
    assertThat(ERRORS.label(around(1), around(1))).isEqualTo(Label.PASS);
  }

  @Test
  void missingPointsAreLeftOutOrCountAsZero() {
    double[] gaps = {Double.NaN, Double.NaN};
    assertThat(ERRORS.label(gaps, around(1))).isEqualTo(Label.NODATA);
    var zeros = new KayentaMetric(Direction.DECREASE, false, false, 1, 1);
    double[] holes = new double[20];
    Arrays.fill(holes, Double.NaN);
    assertThat(zeros.label(holes, around(1))).isEqualTo(Label.LOW);
  }

  @Test
  void theShiftIsTheMedianOfAllDifferences() {
    var shift = Shift.of(new double[] {5, 7, 9}, new double[] {1, 2});
    assertThat(shift.estimate()).isEqualTo(5.5);
    assertThat(shift.low()).isEqualTo(3);
    assertThat(shift.high()).isEqualTo(8);
  }

  @Test
  void differencesAreFoundAsIfTheyHadBeenSorted() {
    var random = new SplittableRandom(1);
    double[] one = random.doubles(7, -1, 1).toArray();
    double[] other = random.doubles(12, -1, 1).toArray();
    one[3] = one[4];
    double[] sorted =
        Arrays.stream(one).flatMap(o -> Arrays.stream(other).map(p -> o - p)).sorted().toArray();
    var found = new Differences(one, other);
    assertThat(IntStream.range(0, found.count()).mapToDouble(found::at).toArray())
        .containsExactly(sorted);
    assertThat(found.median()).isEqualTo((sorted[41] + sorted[42]) / 2);
  }

  @Test
  void theShiftsBoundsLieWhereTheTestJustDoesNotRefuse() {
    var shift = Shift.of(around(2), around(1));
    assertThat(p(shift.low() + 1e-9)).isGreaterThan(0.02);
    assertThat(p(shift.low() - 0.1)).isLessThan(0.02);
  }

  @Test
  void theScoreIsTheShareOfWeightsThatPass() {
    var heavy = new KayentaMetric(Direction.INCREASE, false, true, 1, 3);
    assertThat(
            KayentaScore.of(List.of(new Judged(heavy, Label.PASS), new Judged(ERRORS, Label.HIGH))))
        .isEqualTo(75);
  }

  @Test
  void aCriticalFailureOrHalfWithoutDataScoresNothing() {
    var critical = new KayentaMetric(Direction.INCREASE, true, true, 1, 1);
    var fine = new Judged(ERRORS, Label.PASS);
    assertThat(KayentaScore.of(List.of(fine, new Judged(critical, Label.HIGH)))).isZero();
    assertThat(KayentaScore.of(List.of(fine, new Judged(ERRORS, Label.NODATA)))).isZero();
  }

  @Test
  void aCanaryOfWhichNothingIsAskedScoresAll() {
    assertThat(KayentaScore.of(List.of())).isEqualTo(100);
  }

  private static double p(double shift) {
    double[] moved = Arrays.stream(around(2)).map(value -> value - shift).toArray();
    return MannWhitney.of(moved, around(1)).p();
  }

  private static double[] around(double middle) {
    double[] values = new double[20];
    Arrays.setAll(values, i -> middle + (i - 9.5) * 0.0401);
    return values;
  }
}
