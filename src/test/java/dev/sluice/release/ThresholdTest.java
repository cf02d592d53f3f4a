package dev.sluice.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

  @ParameterizedTest
  @CsvSource({
    "'result[0] <= 0.05', true, 0.05",
    "'result<0.01', true, 0.01",
    "' result[0] >= 0.95 ', false, 0.95",
    "'result[0] > 1e-3', false, 0.001",
  })
  void oneComparisonWithANumberCanBeDrawn(String condition, boolean below, double value) {
    assertThat(Threshold.of(condition)).contains(new Threshold(below, value));
  }

  @Test
  void anythingElseCannot() {
    assertThat(Threshold.of("")).isEmpty();
    assertThat(Threshold.of("len(result) == 0 || result[0] < 1")).isEmpty();
    assertThat(Threshold.of("result[0] < 1 && result[0] > 0")).isEmpty();
    assertThat(Threshold.of("result[1] < 1")).isEmpty();
    assertThat(Threshold.of("result == 'ok'")).isEmpty();
  }
}
