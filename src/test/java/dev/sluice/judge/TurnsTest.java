package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.count.Counter;
import dev.sluice.judge.count.Counter.Arm;
import dev.sluice.judge.count.Counter.Kind;
import dev.sluice.judge.count.Slicer;
import dev.sluice.judge.count.Weights;
import dev.sluice.judge.count.Weights.Turn;
import dev.sluice.judge.sim.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The weight turns seven seconds after a scrape, and with it both arms fail twenty times as often
/// until the next one: whoever took that stretch for one of either weight would find the canary
/// with far more of the failed requests than its share. Raw counters of a healthy release, second
/// by second, through the slicer.
class TurnsTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final int SCRAPE = 15;
  private static final int BEFORE = 3_600;
  private static final int STAGE = 600;
  private static final int[] WEIGHTS = {1, 10, 50};
  private static final int SECONDS = BEFORE + WEIGHTS.length * STAGE;
  private static final int OFF = 7;
  private static final int PODS = 4;
  private static final double EACH_SECOND = 1_180;
  private static final double BASE = 0.005;
  private static final double BURST = 20;

  /// The engine tells of a step when it is over, and the cluster's Events a while later.
  private static final Duration LATE = Duration.ofSeconds(20);

  private static final Measure ERRORS = Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), 4);

  @Test
  void aTurnWithinASliceAndToldLateIsNoEvidence() {
    assertThat(regressed(Duration.ofSeconds(4 * SCRAPE))).isZero();
  }

  @Test
  void takenAtItsWordASliceWouldConvictHealthyReleases() {
    assertThat(regressed(Duration.ZERO)).isGreaterThan(5);
  }

  /// How many of some healthy releases are called regressed where a turn is believed to have
  /// happened no earlier than so long before it was told.
  private static long regressed(Duration vague) {
    return LongStream.range(0, 30).filter(seed -> regressed(seed, vague)).count();
  }

  private static boolean regressed(long seed, Duration vague) {
    var scrape = Duration.ofSeconds(SCRAPE);
    var slicer = new Slicer(new Weights(told(), vague), scrape, scrape.multipliedBy(4));
    var slices = slicer.slices(counters(seed), START, START.plusSeconds(SECONDS), scrape, false);
    int first = BEFORE / SCRAPE;
    var trial = new Trial(ERRORS, slices.subList(0, first), new Soak(WEIGHTS[0], START, 1.5, 4));
    return slices.subList(first, slices.size()).stream()
        .anyMatch(slice -> {
          trial.take(slice);
          return trial.verdict() instanceof Verdict.Regressed;
        });
  }

  private static List<Turn> told() {
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < WEIGHTS.length; i++) {
      turns.add(new Turn(START.plusSeconds(turn(i)).plus(LATE), WEIGHTS[i]));
    }
    return turns;
  }

  private static int turn(int stage) {
    return BEFORE + stage * STAGE + OFF;
  }

  private static int weight(int second) {
    int stage = Math.floorDiv(second - BEFORE - OFF, STAGE);
    return stage < 0 ? 0 : WEIGHTS[Math.min(stage, WEIGHTS.length - 1)];
  }

  private static boolean bursts(int second) {
    int into = Math.floorMod(second - BEFORE, STAGE);
    return second >= BEFORE && into >= OFF && into < SCRAPE;
  }

  private static List<Counter> counters(long seed) {
    var dice = new Dice(seed);
    var counters = new ArrayList<Counter>();
    for (int pod = 0; pod < PODS; pod++) {
      counters.addAll(pod(dice, Arm.CANARY, "canary-" + pod));
      counters.addAll(pod(dice, Arm.STABLE, "stable-" + pod));
    }
    return counters;
  }

  private static List<Counter> pod(Dice dice, Arm arm, String name) {
    long[] times = new long[SECONDS / SCRAPE + 1];
    double[] all = new double[times.length];
    double[] bad = new double[times.length];
    long requests = 0;
    long failed = 0;
    for (int second = 0; second <= SECONDS; second++) {
      if (second % SCRAPE == 0) {
        times[second / SCRAPE] = START.plusSeconds(second).toEpochMilli();
        all[second / SCRAPE] = requests;
        bad[second / SCRAPE] = failed;
      }
      int percent = arm == Arm.CANARY ? weight(second) : 100 - weight(second);
      double mean = EACH_SECOND * percent / 100 / PODS;
      double share = bursts(second) ? BASE * BURST : BASE;
      long wrong = dice.poisson(mean * share);
      failed += wrong;
      requests += wrong + dice.poisson(mean * (1 - share));
    }
    return List.of(
        new Counter(name, arm, Kind.ALL, times, all), new Counter(name, arm, Kind.BAD, times, bad));
  }
}
