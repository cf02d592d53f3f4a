package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Release;
import dev.sluice.text.Texts;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the limits are 1 % of requests and 500 ms.
class AlarmTest {
  private static final Release CANARY = Samples.canary();

  @ParameterizedTest
  @CsvSource({"0.002, 0.4", "0.0149, 0.4", "0.002, 0.74", "NaN, NaN"})
  void nothingIsSaidOfWhatIsNotPlainlyOverItsLimit(double errors, double seconds) {
    assertThat(heard(measured(errors, seconds))).isEmpty();
  }

  @Test
  void failingRequestsAreSaidBeforeSlowOnes() {
    assertThat(heard(measured(0.016, 0.9)))
        .hasValueSatisfying(said -> assertThat(said).contains("1.60\u00a0% of").contains("fail"));
    assertThat(heard(measured(0.014, 0.9)))
        .hasValueSatisfying(said -> assertThat(said).contains("p99 is 900"));
  }

  @Test
  void whereNothingIsMeasuredAnyMoreThatIsSaid() {
    assertThat(heard(measured(0.002, 0.4).unread(CANARY.ref())))
        .contains("Nothing is measured any more, and no data is never a pass");
  }

  @Test
  void whatTheOldVersionDoesIsNoReason() {
    var old = new Alarm(CANARY.ref(), "z");
    assertThat(old.in(measured(0.5, 9).state())).isEmpty();
  }

  @Test
  void beforeTheFirstMeasurementThereIsNoReason() {
    assertThat(heard(World.of(CANARY))).isEmpty();
  }

  private static Optional<String> heard(World world) {
    return new Alarm(CANARY.ref(), "b").in(world.state()).map(Texts::of);
  }

  private static World measured(double errors, double seconds) {
    var readings =
        new Readings(
            Samples.NOW.minusSeconds(600),
            Samples.NOW,
            Map.of(
                Signal.ERROR_RATE, new Readings.Pair(last(errors), Series.EMPTY),
                Signal.LATENCY_P99, new Readings.Pair(last(seconds), Series.EMPTY)),
            List.of(),
            new Readings.Sides(Optional.of("b"), Optional.of("a")));
    return World.of(CANARY).read(CANARY.ref(), readings);
  }

  private static Series last(double value) {
    long now = Samples.NOW.toEpochMilli();
    return new Series(new long[] {now - 5000, now}, new double[] {0.001, value});
  }
}
