package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Measure ERRORS = Measure.of(Signal.ERROR_RATE, OptionalDouble.of(0.05), 4);
  private static final Soak TEN_PERCENT = new Soak(10, Traffic.START, 1.5, 4);

  @Test
  void aCanaryLikeStableIsSafe() {
    var verdict = judged(World.CALM, 60);
    assertThat(verdict).isInstanceOf(Verdict.Safe.class);
    assertThat(verdict.evidence().high()).isLessThan(1.5);
    assertThat(Texts.of(verdict.sentence())).startsWith("Safe at 10 %: at most 1.");
  }

  @Test
  void aCanaryWithTwiceTheErrorsIsRegressed() {
    var verdict = judged(World.CALM.ratio(2), 30);
    assertThat(verdict).isInstanceOf(Verdict.Regressed.class);
    assertThat(verdict.evidence().low()).isBetween(1.2, 2.0);
    assertThat(Texts.of(verdict.sentence())).startsWith("Worse: 1.");
  }

  @Test
  void aFewMinutesDoNotDecide() {
    var verdict = judged(World.CALM.traffic(100, 0.005), 5);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> {
              assertThat(undecided.lack()).isEqualTo(Lack.TOO_LITTLE);
              assertThat(undecided.evidence().toDecision()).isPresent();
            });
  }

  @Test
  void nothingMeasuredIsUndecided() {
    var verdict = Judge.judge(new Case(ERRORS, TEN_PERCENT, List.of(), List.of()));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> assertThat(undecided.lack()).isEqualTo(Lack.NO_DATA));
  }

  private static Verdict judged(World world, int minutes) {
    var traffic = new Traffic(world, 1, Duration.ofHours(2));
    var before = traffic.before();
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < 4 * minutes; i++) {
      slices.add(traffic.next());
    }
    return Judge.judge(new Case(ERRORS, TEN_PERCENT, before, slices));
  }
}
