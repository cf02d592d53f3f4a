package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

  @Test
  void measuresShareTheReleasesChance() {
    var measure = Measure.of(Signal.LATENCY_P99, OptionalDouble.empty(), 4);
    assertThat(measure.alpha()).isEqualTo(0.0025);
    assertThat(measure.tolerated()).isEqualTo(1.2);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.01", "0.9, 0.01", "NaN, 0.01", "1.2, 0", "1.2, 1", "1.2, NaN"})
  void whatCannotBeMeantIsRefused(double tolerated, double alpha) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measure(Signal.ERROR_RATE, tolerated, OptionalDouble.empty(), alpha));
  }

  @Test
  void onlyRequestsCanBeCounted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.of(Signal.SATURATION, OptionalDouble.empty(), 1))
        .withMessageContaining("SATURATION");
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "NaN, 4", "1.5, 0"})
  void aStageThatCannotBePassedIsRefused(double notWorseThan, int stages) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Soak(10, Instant.EPOCH, notWorseThan, stages));
  }
}
