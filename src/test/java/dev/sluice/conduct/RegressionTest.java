package dev.sluice.conduct;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.Limits;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegressionTest {

  private static final double GAP = Double.NaN;
  private static final double[] GOOD = {0, 0, 0, 0, 0};
  private static final double[] BAD = {0.2, 0.3, 0.2, 0.4, 0.2};

  @Test
  void aCanaryOverItsLimitForAMinuteWhileTheStableOneKeepsWithinIt() {
    assertThat(found(BAD, GOOD)).isTrue();
    assertThat(
            new Regression(
                    Limits.DEFAULT, readings(Signal.ERROR_RATE, BAD, GOOD), Optional.empty(), NOON)
                .found())
        .map(words -> Texts.of(words).replace('\u00a0', ' '))
        .contains("20 % of its requests fail, at most 1 % may");
    var slow = new double[] {0.9, 0.9, 0.9, 0.9, 0.9};
    assertThat(
            new Regression(
                    Limits.DEFAULT,
                    readings(Signal.LATENCY_P99, slow, GOOD),
                    Optional.empty(),
                    NOON)
                .found())
        .isPresent();
  }

  @Test
  void oneGoodMeasurementAmongThemIsNoRegression() {
    assertThat(found(new double[] {0.2, 0.2, 0, 0.2, 0.2}, GOOD)).isFalse();
    assertThat(found(GOOD, GOOD)).isFalse();
  }

  @Test
  void whatHarmsBothIsNotTheCanarysFault() {
    assertThat(found(BAD, BAD)).isFalse();
  }

  @Test
  void nothingKnownAccusesNobody() {
    assertThat(found(new double[] {}, GOOD)).isFalse();
    assertThat(found(new double[] {GAP, GAP, GAP}, GOOD)).isFalse();
    assertThat(found(BAD, new double[] {GAP})).isFalse();
    assertThat(found(new double[] {0.5, 0.5}, GOOD)).isFalse();
    assertThat(found(new double[] {0.5, GAP, GAP, GAP, 0.5}, GOOD)).isFalse();
  }

  @Test
  void whatIsOldCountsNoMore() {
    var old = readings(Signal.ERROR_RATE, BAD, GOOD);
    assertThat(new Regression(Limits.DEFAULT, old, Optional.empty(), NOON.plusSeconds(120)).found())
        .isEmpty();
  }

  @Test
  void onceAllUsersAreOnItStableIsTakenAtItsWordFromBefore() {
    assertThat(alone(BAD, new double[] {0, 0, GAP, GAP, GAP})).isTrue();
    assertThat(alone(BAD, new double[] {0.3, 0.3, GAP, GAP, GAP})).isFalse();
    assertThat(alone(BAD, new double[] {})).isTrue();
    assertThat(alone(GOOD, new double[] {})).isFalse();
  }

  @Test
  void whatItsLastRequestsFailedWhileItDrainedIsNotItsWord() {
    var drains = new double[] {0, GAP, 0.33, 0.33, GAP};
    assertThat(alone(BAD, drains, NOON.minusSeconds(30))).isTrue();
    assertThat(alone(BAD, drains, NOON)).isFalse();
    var recovers = new double[] {0.3, 0.3, 0, GAP, GAP};
    assertThat(alone(BAD, recovers, NOON.minusSeconds(15))).isFalse();
  }

  @Test
  void theNewestMeasurementIsShownAtOnceAndProvesNothing() {
    var turned = new double[] {0, 0, 0, 0, 0.2};
    assertThat(found(turned, GOOD)).isFalse();
    assertThat(shown(turned, GOOD)).isTrue();
    assertThat(shown(turned, new double[] {})).isTrue();
    assertThat(shown(turned, BAD)).isFalse();
    assertThat(shown(new double[] {0.2, 0.2, 0.2, 0.2, 0}, GOOD)).isFalse();
    assertThat(shown(new double[] {GAP, GAP}, GOOD)).isFalse();
  }

  private static boolean shown(double[] canary, double[] stable) {
    return new Regression(
            Limits.DEFAULT, readings(Signal.ERROR_RATE, canary, stable), Optional.empty(), NOON)
        .shown(Signal.ERROR_RATE)
        .isPresent();
  }

  private static boolean alone(double[] canary, double[] stable) {
    return alone(canary, stable, NOON);
  }

  private static boolean alone(double[] canary, double[] stable, Instant since) {
    return new Regression(
            Limits.DEFAULT, readings(Signal.ERROR_RATE, canary, stable), Optional.of(since), NOON)
        .found()
        .isPresent();
  }

  private static boolean found(double[] canary, double[] stable) {
    return new Regression(
            Limits.DEFAULT, readings(Signal.ERROR_RATE, canary, stable), Optional.empty(), NOON)
        .found()
        .isPresent();
  }

  private static Readings readings(Signal signal, double[] canary, double[] stable) {
    var pair = new Readings.Pair(series(canary), series(stable));
    return new Readings(NOON.minusSeconds(600), NOON, Map.of(signal, pair), List.of());
  }

  /// Fifteen seconds apart, the last at noon.
  private static Series series(double... values) {
    var times = new long[values.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = NOON.minusSeconds(15L * (times.length - 1 - i)).toEpochMilli();
    }
    return new Series(times, values);
  }
}
