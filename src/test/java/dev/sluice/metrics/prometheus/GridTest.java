package dev.sluice.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  @ParameterizedTest
  @CsvSource({
    "PT1H, 600, PT15S, 15000",
    "PT6H, 600, PT15S, 36000",
    "PT6H, 700, PT15S, 31000",
    "PT1M, 600, PT0.25S, 250",
    "PT0S, 600, PT15S, 15000",
    "P30D, 1000000, PT15S, 236000",
    "PT1H, 0, PT15S, 3600000",
  })
  void aStepIsAPixelButNoFinerThanWhatIsMeasured(
      Duration range, int pixels, Duration resolution, long step) {
    assertThat(Grid.over(NOW.minus(range), NOW, pixels, resolution).step()).isEqualTo(step);
  }

  @Test
  void allTimesLieInTheRangeOnMultiplesOfTheStep() {
    var grid = Grid.over(NOW.minusSeconds(3600), NOW, 400, Duration.ofSeconds(5));
    var times = grid.times();
    assertThat(times).hasSize(grid.size()).isSorted().doesNotHaveDuplicates();
    assertThat(times[0]).isEqualTo(grid.start()).isGreaterThanOrEqualTo(ms(NOW) - 3_600_000);
    assertThat(times[times.length - 1]).isEqualTo(grid.end()).isBetween(ms(NOW) - 9000, ms(NOW));
    assertThat(Arrays.stream(times)).allMatch(time -> time % grid.step() == 0);
  }

  @Test
  void questionsSentAtDifferentMomentsShareTheirTimes() {
    var one = Grid.over(NOW.minusSeconds(60), NOW, 100, Duration.ofSeconds(1));
    var later = Grid.over(NOW.minusSeconds(59), NOW.plusSeconds(1), 100, Duration.ofSeconds(1));
    assertThat(later.start()).isEqualTo(one.start() + 1000);
    assertThat(later.index(one.end())).isEqualTo(later.size() - 2);
    assertThat(later.index(one.start())).isEqualTo(-1);
    assertThat(one.index(later.end())).isEqualTo(-1);
    assertThat(one.index(one.start() + 1)).isEqualTo(-1);
  }

  private static long ms(Instant instant) {
    return instant.toEpochMilli();
  }
}
