package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.slo.BurnAlert;
import dev.sluice.judge.slo.Slo;
import dev.sluice.judge.slo.Spending;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.query.Preset;
import dev.sluice.release.Releases;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Slo ONE_IN_A_HUNDRED = new Slo(0.99, Duration.ofDays(28));

  private final ScrapedTown town = new ScrapedTown(Releases.NOON.minus(Duration.ofHours(9)));
  private final Account account = new Account(new Prometheus(town), Preset.OTEL);

  @Test
  void whoFailsHalfAsOftenAsAllowedHasHalfOfTheBudgetLeft() {
    town.pods("a", 2, 2).until(Releases.NOON);
    var spending = look().orElseThrow();
    assertThat(spending.budget().left()).isCloseTo(0.5, within(0.02));
    assertThat(spending.burning()).isEmpty();
    assertThat(spending.course()).hasSizeGreaterThan(60);
    assertThat(spending.course().getLast().share()).isEqualTo(spending.budget().left());
  }

  @Test
  void allRevisionsSpendTheSameBudget() {
    town.pods("a", 1, 0).pods("b", 1, 4).until(Releases.NOON);
    assertThat(look().orElseThrow().budget().left()).isCloseTo(0.5, within(0.02));
  }

  @Test
  void whatBurnsFastIsToldByItsAlerts() {
    town.pods("a", 2, 0).until(Releases.NOON.minus(Duration.ofHours(1)));
    town.gone("a");
    town.pods("b", 2, 100).until(Releases.NOON);
    assertThat(look().orElseThrow().burning()).contains(BurnAlert.FAST);
  }

  @Test
  void whatPrometheusHoldsIsWhatTheBudgetIsOf() {
    town.pods("a", 2, 2).until(Releases.NOON);
    assertThat(look().orElseThrow().budget().part().orElseThrow())
        .isBetween(Duration.ofHours(9), Duration.ofHours(10));
  }

  @Test
  void aServiceWhoseWholeWindowIsKnownHasItsWholeBudget() {
    town.pods("a", 2, 2).until(Releases.NOON);
    assertThat(look(new Slo(0.99, Duration.ofHours(8))).orElseThrow().budget().part()).isEmpty();
  }

  @Test
  void nothingCountedIsNoBudget() {
    town.until(Releases.NOON);
    assertThat(look()).isEmpty();
  }

  @Test
  void whatIsPastIsAskedForOnceAnHour() {
    town.pods("a", 2, 2).until(Releases.NOON);
    look();
    int before = town.asked;
    town.after(Duration.ofMinutes(5));
    look();
    assertThat(town.asked - before).isEqualTo(2);
  }

  private Optional<Spending> look() {
    return look(ONE_IN_A_HUNDRED);
  }

  private Optional<Spending> look(Slo slo) {
    return account
        .look(Releases.canary().build(), slo, Optional.empty(), town.now)
        .orElse(why -> {
          throw new AssertionError(why.toString());
        });
  }
}
