package dev.sluice.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {
  private static final Instant NOW = Instant.parse("2026-11-23T14:32:07Z");

  @ParameterizedTest
  @CsvSource({
    "PT30S, 5",
    "PT5M, 60",
    "PT15M, 300",
    "PT1H, 600",
    "PT65M, 900",
    "PT6H, 3600",
    "P20D, 345600"
  })
  void aStretchHasSixTicksAtMostOnRoundTimes(Duration stretch, double step) {
    assertThat(over(stretch).step()).isEqualTo(step);
  }

  @Test
  void ticksAreClockTimes() {
    assertThat(over(Duration.ofHours(1)).label(epoch("2026-11-23T14:00:00Z"))).isEqualTo("14:00");
  }

  @Test
  void shortStretchesShowSecondsLongOnesDays() {
    assertThat(over(Duration.ofSeconds(30)).label(epoch("2026-11-23T14:32:05Z")))
        .isEqualTo("14:32:05");
    assertThat(over(Duration.ofDays(20)).label(epoch("2026-11-20T00:00:00Z"))).isEqualTo("20 Nov");
  }

  @Test
  void anEmptyStretchStillHasALength() {
    var scale = TimeScale.of(NOW, NOW);
    assertThat(scale.to()).isGreaterThan(scale.from());
  }

  private static TimeScale over(Duration stretch) {
    return TimeScale.of(NOW.minus(stretch), NOW);
  }

  private static double epoch(String at) {
    return TimeScale.seconds(Instant.parse(at));
  }
}
