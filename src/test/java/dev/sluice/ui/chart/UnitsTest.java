package dev.sluice.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.SignalFigures;
import dev.sluice.judge.Signal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "ERROR_RATE, 0.005, 0.005, 0.5 %",
    "ERROR_RATE, 0.01, 0.005, 1.0 %",
    "ERROR_RATE, 0.00025, 0.00025, 0.025 %",
    "ERROR_RATE, 0, 0.005, 0 %",
    "LATENCY_P99, 0.4, 0.1, 400 ms",
    "LATENCY_P99, 2, 0.5, 2.0 s",
    "LATENCY_P99, 0.0025, 0.0025, 2.5 ms",
    "REQUESTS, 1000, 500, 1 000/s",
    "SATURATION, 0.75, 0.25, 75 %"
  })
  void aTickHasJustTheDigitsOfItsStep(Signal signal, double value, double step, String text) {
    assertThat(Units.tick(signal, value, step).replace('\u00a0', ' ')).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR_RATE, 0.0061, 0.61 %",
    "LATENCY_P99, 0.412, 412 ms",
    "REQUESTS, 118, 118/s",
    "SATURATION, 0.44, 44 %"
  })
  void aValueHasItsUnit(Signal signal, double value, String text) {
    assertThat(SignalFigures.of(signal, value).replace('\u00a0', ' ')).isEqualTo(text);
  }
}
