package dev.sluice.cluster.argo.objects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

  /// The controller has written weights below nothing and above everything (argo-rollouts#4424).
  @ParameterizedTest
  @CsvSource({
    "-10, 100, 0",
    "0, 100, 0",
    "1, 1000, 1",
    "50, 100, 50",
    "999, 1000, 99",
    "1000, 1000, 100",
    "110, 100, 100"
  })
  void onlyNothingIsNobodyAndOnlyEverythingIsEverybody(int weight, int max, int percent) {
    assertThat(Percent.of(weight, max)).isEqualTo(percent);
  }
}
