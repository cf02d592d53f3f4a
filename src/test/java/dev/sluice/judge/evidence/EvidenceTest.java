package dev.sluice.judge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.sim.Dice;
import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  @Test
  void podsThatDoNotDifferTeachThatThereIsNoNoise() {
    var noise = learned(World.CALM).noise();
    assertThat(noise.learned()).isTrue();
    assertThat(noise.matters()).isFalse();
    assertThat(noise.most().sigma()).isLessThan(0.2);
  }

  @Test
  void podsThatWanderTeachByHowMuch() {
    var noise = learned(World.CALM.own(0.3)).noise();
    assertThat(noise.matters()).isTrue();
    assertThat(noise.likeliest().sigma()).isBetween(0.4, 0.85);
    assertThat(noise.most().longRun()).isGreaterThanOrEqualTo(noise.likeliest().longRun());
  }

  @Test
  void onePodTeachesNothing() {
    assertThat(learned(World.CALM.pods(1, 1)).noise().learned()).isFalse();
  }

  @Test
  void hopelessSuppositionsAreDroppedAndTheLikeliestIsNot() {
    var learning = learned(World.CALM.own(0.3));
    var onwards = learning.onwards();
    assertThat(onwards.noises()).hasSizeLessThan(learning.noises().size() / 2);
    assertThat(onwards.noise().likeliest()).isEqualTo(learning.noise().likeliest());
  }

  @Test
  void theEvidenceOfACanaryWithinWhatIsToleratedStaysSmall() {
    int alarms = 0;
    for (int run = 0; run < 300; run++) {
      alarms += highest(1.2, run) >= Math.log(20) ? 1 : 0;
    }
    assertThat(alarms).as("of 300 at a threshold of 1 in 20").isLessThanOrEqualTo(15);
  }

  @Test
  void theEvidenceOfABadCanaryGrowsWhenItTurnsBadLater() {
    var learning = calm();
    var alarm = new Alarm(1.2, Alarm.ARM, learning);
    for (int minute = 0; minute < 120; minute++) {
      alarm.step(new Cell(1, 30, 300, 0.1, 4, 4), false);
    }
    assertThat(alarm.against()).isNegative();
    for (int minute = 0; minute < 10; minute++) {
      alarm.step(new Cell(1, 90, 360, 0.1, 4, 4), false);
    }
    assertThat(alarm.against()).isGreaterThan(50);
  }

  @Test
  void theBandHoldsTheTrueRatioAndNarrows() {
    var dice = new Dice(5);
    var band = new Band(calm());
    assertThat(band.bounds(0.01)).isEqualTo(Band.Bounds.NONE);
    double width = Double.POSITIVE_INFINITY;
    for (int minute = 1; minute <= 120; minute++) {
      long ours = dice.poisson(30 * 1.5);
      band.step(new Cell(1, ours, ours + dice.poisson(270), 0.1, 4, 4));
      var bounds = band.bounds(0.01);
      assertThat(1.5).isBetween(bounds.low(), bounds.high());
      if (minute % 40 == 0) {
        assertThat(bounds.high() / bounds.low()).isLessThan(width);
        width = bounds.high() / bounds.low();
      }
    }
    assertThat(band.bounds(0.01).ratio()).isCloseTo(1.5, within(0.1));
    assertThat(width).isLessThan(1.3);
  }

  @Test
  void theBandIsOpenAboveWhileAlmostNothingWasCounted() {
    var band = new Band(calm());
    band.step(new Cell(1, 1, 1, 0.1, 4, 4));
    var bounds = band.bounds(0.01);
    assertThat(bounds.high()).isInfinite();
    assertThat(bounds.low()).isLessThan(1);
  }

  @Test
  void aLimitIsCalledOutOnlyWhenItIsBroken() {
    assertThat(limit(100)).isLessThan(Math.log(1000));
    assertThat(limit(130)).isGreaterThan(Math.log(1000));
  }

  @Test
  void aBeginningIsLikeliestAtTheStartAndAtTurns() {
    var onset = new Onset();
    assertThat(onset.now(false, 1)).isCloseTo(Math.log(0.5), within(1e-9));
    double quiet = onset.now(false, 1);
    double turn = onset.now(true, 1);
    assertThat(turn).isGreaterThan(quiet + 3);
    assertThat(onset.left()).isLessThan(Math.log(0.5));
  }

  private static double limit(int bad) {
    var alarm = new LimitAlarm(0.01);
    for (int i = 0; i < 30; i++) {
      alarm.step(new Tally(10_000, bad), false, 0.25, 1);
    }
    return alarm.against();
  }

  private static double highest(double ratio, int seed) {
    var dice = new Dice(seed);
    var alarm = new Alarm(1.2, Alarm.ARM, calm());
    double highest = 0;
    for (int minute = 0; minute < 120; minute++) {
      long ours = dice.poisson(30 * ratio);
      alarm.step(new Cell(1, ours, ours + dice.poisson(270), 0.1, 4, 4), false);
      highest = Math.max(highest, alarm.against());
    }
    return highest;
  }

  private static Learning calm() {
    return CALM.onwards();
  }

  private static final Learning CALM = learned(World.CALM);

  private static Learning learned(World world) {
    var learning = new Learning();
    for (var slice : new Traffic(world, 3, Duration.ofHours(4)).before()) {
      List<PodTally> pods = new ArrayList<>(slice.stable());
      learning.step(pods, 0.25);
    }
    return learning;
  }
}
