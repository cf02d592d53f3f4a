package dev.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "0.00001, <0.01 %",
    "0.0061, 0.61 %",
    "0.01, 1 %",
    "0.0125, 1.25 %",
    "0.446, 44.6 %",
    "0.44, 44 %",
    "0.9999, 100 %",
    "1, 100 %"
  })
  void sharesArePercent(double ratio, String text) {
    assertThat(plain(Figures.percent(ratio))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0042, 4.20 ms",
    "0.412, 412 ms",
    "0.9999, 1 s",
    "1.24, 1.24 s",
    "12.44, 12.4 s",
    "0, 0 ms"
  })
  void secondsAreMillisecondsBelowOne(double seconds, String text) {
    assertThat(plain(Figures.seconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0/s", "0.4, 0.40/s", "118.2, 118/s", "1062, 1 062/s"})
  void ratesAreASecond(double rate, String text) {
    assertThat(plain(Figures.perSecond(rate))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00", "-5, 0:00", "59, 0:59", "2530, 42:10", "3730, 1:02:10"})
  void clocksRunInMinutesAndHours(long seconds, String text) {
    assertThat(Figures.clock(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @Test
  void countsHaveTheirThousandsApartWithoutALineBreak() {
    assertThat(Figures.count(1_214_000)).isEqualTo("1\u00a0214\u00a0000");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
