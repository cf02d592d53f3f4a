package dev.sluice.judge.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.count.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SloTest {
  private static final Slo THREE_NINES = new Slo(0.999, Duration.ofDays(30));
  private static final Tally MONTH = new Tally(10_000_000, 4_000);

  @Test
  void theBurnRateIsOneWhenTheBudgetLastsExactlyTheWindow() {
    assertThat(THREE_NINES.burnRate(new Tally(1_000_000, 1_000))).isCloseTo(1, within(1e-9));
    assertThat(THREE_NINES.burnRate(Tally.NONE)).isNaN();
  }

  @Test
  void whatIsLeftIsWhatWasNotUsed() {
    var budget =
        ErrorBudget.of(THREE_NINES, MONTH, THREE_NINES.window(), Tally.NONE, Tally.NONE)
            .orElseThrow();
    assertThat(budget.left()).isCloseTo(0.6, within(1e-9));
    assertThat(budget.release()).isZero();
  }

  @Test
  void aReleaseIsChargedOnlyWithWhatItsCanaryFailedMoreThanStable() {
    var canary = new Tally(100_000, 600);
    var stable = new Tally(900_000, 900);
    var budget =
        ErrorBudget.of(THREE_NINES, MONTH, THREE_NINES.window(), canary, stable).orElseThrow();
    assertThat(budget.release()).isCloseTo(0.05, within(1e-9));
    var alone =
        ErrorBudget.of(THREE_NINES, MONTH, THREE_NINES.window(), canary, Tally.NONE).orElseThrow();
    assertThat(alone.release()).isCloseTo(0.06, within(1e-9));
    var better =
        ErrorBudget.of(THREE_NINES, MONTH, THREE_NINES.window(), new Tally(100_000, 1), stable)
            .orElseThrow();
    assertThat(better.release()).isZero();
  }

  @Test
  void aBudgetOfLessThanTheWindowSaysOverWhatItIs() {
    assertThat(counted(Duration.ofDays(15)).part()).contains(Duration.ofDays(15));
    assertThat(counted(Duration.ofDays(15)).left()).isCloseTo(0.6, within(1e-9));
    assertThat(counted(Duration.ofDays(30)).part()).isEmpty();
    // Nobody came in the first night.
    assertThat(counted(Duration.ofDays(30).minusHours(9)).part()).isEmpty();
  }

  private static ErrorBudget counted(Duration over) {
    return ErrorBudget.of(THREE_NINES, MONTH, over, Tally.NONE, Tally.NONE).orElseThrow();
  }

  @Test
  void noDataIsNotAFullBudget() {
    assertThat(ErrorBudget.of(THREE_NINES, Tally.NONE, Duration.ZERO, Tally.NONE, Tally.NONE))
        .isEmpty();
  }

  @Test
  void whatWasAnsweredIsKnownForEachWindowOfAnAlertInWhichAnythingWas() {
    var counted = Map.of(Duration.ofMinutes(5), Tally.NONE, Duration.ofDays(3), MONTH);
    var burns = Spending.Burn.all(over -> counted.getOrDefault(over, new Tally(10, 1)));
    assertThat(burns)
        .containsExactly(
            new Spending.Burn(Duration.ofMinutes(30), new Tally(10, 1)),
            new Spending.Burn(Duration.ofHours(1), new Tally(10, 1)),
            new Spending.Burn(Duration.ofHours(6), new Tally(10, 1)),
            new Spending.Burn(Duration.ofDays(3), MONTH));
  }

  @Test
  void anAlertFiresOnlyWhenBothItsWindowsBurn() {
    var burning = new Tally(100_000, 1_500);
    var calm = new Tally(100_000, 50);
    assertThat(firing(burning, burning)).containsExactly(BurnAlert.values());
    // Six hours are the middle one's long window and the slow one's short window.
    assertThat(firing(burning, calm)).containsExactly(BurnAlert.SLOW);
    assertThat(firing(burning, Tally.NONE)).containsExactly(BurnAlert.SLOW);
    assertThat(firing(calm, burning)).isEmpty();
    assertThat(firing(new Tally(100_000, 700), new Tally(100_000, 700)))
        .containsExactly(BurnAlert.MIDDLE, BurnAlert.SLOW);
  }

  @Test
  void anAlertTakesTheSameShareOfAShorterWindowsBudget() {
    assertThat(BurnAlert.FAST.rate(THREE_NINES)).isCloseTo(14.4, within(1e-9));
    assertThat(BurnAlert.FAST.rate(new Slo(0.999, Duration.ofDays(28))))
        .isCloseTo(13.44, within(1e-9));
  }

  @Test
  void anObjectiveOfEverythingIsRefused() {
    assertThatThrownBy(() -> new Slo(1, Duration.ofDays(28)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<BurnAlert> firing(Tally whole, Tally recent) {
    var counted =
        Map.of(
            BurnAlert.FAST.longWindow(), whole,
            BurnAlert.FAST.shortWindow(), recent,
            BurnAlert.MIDDLE.longWindow(), whole,
            BurnAlert.MIDDLE.shortWindow(), recent,
            BurnAlert.SLOW.longWindow(), whole);
    return BurnAlert.firing(THREE_NINES, window -> counted.getOrDefault(window, Tally.NONE));
  }
}
