package dev.sluice.judge.kayenta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.kayenta.KayentaMetric.Direction;
import dev.sluice.judge.kayenta.KayentaMetric.Effect;
import dev.sluice.judge.kayenta.KayentaMetric.Label;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KayentaMetricTest {
  private static final KayentaMetric ERRORS =
      new KayentaMetric(Direction.INCREASE, false, true, false, Effect.ANY);

  @Test
  void aCanaryThatLiesHigherIsHigh() {
    assertThat(ERRORS.judge(around(2), around(1)).label()).isEqualTo(Label.HIGH);
  }

  @Test
  void aCanaryThatLiesLowerPassesWhereOnlyAnIncreaseIsBad() {
    assertThat(ERRORS.judge(around(1), around(2)).label()).isEqualTo(Label.PASS);
    var either = new KayentaMetric(Direction.EITHER, false, true, false, Effect.ANY);
    assertThat(either.judge(around(1), around(2)).label()).isEqualTo(Label.LOW);
  }

  @Test
  void anIncreaseWithinWhatIsAllowedPasses() {
    var lenient =
        new KayentaMetric(
            Direction.INCREASE, false, true, false, new Effect(3, 1, Double.POSITIVE_INFINITY, 0));
    assertThat(lenient.judge(around(2), around(1)).label()).isEqualTo(Label.PASS);
  }

  @Test
  void twoSeriesThatAreTheSamePass() {
    assertThat(ERRORS.judge(around(1), around(1)).label()).isEqualTo(Label.PASS);
  }

  @Test
  void missingPointsAreLeftOutOrCountAsZero() {
    double[] gaps = {Double.NaN, Double.NaN};
    assertThat(ERRORS.judge(gaps, around(1)).label()).isEqualTo(Label.NODATA);
    var zeros = new KayentaMetric(Direction.DECREASE, false, false, false, Effect.ANY);
    double[] holes = new double[20];
    Arrays.fill(holes, Double.NaN);
    assertThat(zeros.judge(holes, around(1)).label()).isEqualTo(Label.LOW);
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
  void aFailureBeyondWhatIsCriticalFailsTheWholeCanary() {
    var sizes = new Effect(1, 1, 1.5, 0.75);
    var bounded = new KayentaMetric(Direction.EITHER, false, true, false, sizes);
    assertThat(bounded.judge(around(2), around(1)).breach()).isTrue();
    assertThat(bounded.judge(around(2), around(1.5)).breach()).isFalse();
    assertThat(bounded.judge(around(1), around(2)).breach()).isTrue();
    assertThat(bounded.judge(around(1.7), around(2)).breach()).isFalse();
    assertThat(bounded.judge(around(2), around(1.5)).label()).isEqualTo(Label.HIGH);
    assertThat(bounded.judge(around(2), around(1.5)).ratio()).isCloseTo(4 / 3.0, within(1e-9));
  }

  @Test
  void aCriticalMetricWithoutDataFailsTheCanaryWhereDataAreNeeded() {
    var strict = new KayentaMetric(Direction.EITHER, true, true, true, Effect.ANY);
    var lenient = new KayentaMetric(Direction.EITHER, true, true, false, Effect.ANY);
    assertThat(strict.judge(new double[0], around(1)).breach()).isTrue();
    assertThat(lenient.judge(around(1), new double[0]).breach()).isFalse();
    assertThat(lenient.judge(around(2), around(1)).breach()).isTrue();
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
