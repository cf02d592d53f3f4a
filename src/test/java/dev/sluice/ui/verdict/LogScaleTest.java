package dev.sluice.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogScaleTest {

  @Test
  void stableItselfStandsInTheMiddleAndTwiceAsFarFromItAsHalf() {
    var scale = LogScale.over(0.7, 1.8);
    assertThat(scale.reach()).isEqualTo(2);
    assertThat(scale.share(1)).isEqualTo(0.5);
    assertThat(scale.share(2)).isEqualTo(1);
    assertThat(scale.share(0.5)).isEqualTo(0);
    assertThat(scale.share(Math.sqrt(2))).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void theSmallestRoundReachIsTakenThatHoldsAll() {
    assertThat(LogScale.over(1.2).reach()).isEqualTo(1.25);
    assertThat(LogScale.over(1.2, 1.25).reach()).isEqualTo(1.5);
    assertThat(LogScale.over(0.15).reach()).isEqualTo(10);
  }

  @Test
  void whatIsUnknownOrUnboundedCountsForNothingAndStandsAtAnEnd() {
    var scale = LogScale.over(Double.NaN, 0, Double.POSITIVE_INFINITY, 1.4);
    assertThat(scale.reach()).isEqualTo(1.5);
    assertThat(scale.share(0)).isZero();
    assertThat(scale.share(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(scale.holds(0)).isFalse();
    assertThat(scale.holds(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(scale.holds(1.5)).isTrue();
  }

  @Test
  void beyondTheLargestReachARatioIsOffTheAxis() {
    var scale = LogScale.over(1000);
    assertThat(scale.reach()).isEqualTo(100);
    assertThat(scale.holds(1000)).isFalse();
  }

  @Test
  void oneThatHardlyAnythingIsKnownOfDoesNotPressTheOthersTogether() {
    var rare = new RatioView(1.1, 0.02, 40, 1.2, 1.2);
    var known = new RatioView(1.05, 0.94, 1.14, 1.2, 1.2);
    assertThat(LogScale.over(List.of(rare, known)).reach()).isEqualTo(3);
    assertThat(LogScale.over(List.of(known)).reach()).isEqualTo(1.25);
  }

  @Test
  void aLikeliestRatioAndABoundAreOnTheAxisHoweverFar() {
    assertThat(LogScale.over(List.of(new RatioView(12, 8, 60, 1.2, 1.2))).reach()).isEqualTo(30);
    assertThat(LogScale.over(List.of(new RatioView(1.1, 0.9, 1.3, 1.2, 4))).reach()).isEqualTo(5);
  }
}
