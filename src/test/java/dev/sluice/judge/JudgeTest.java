package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.count.Flaw;
import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
  private static final Measure ERRORS = Measure.of(Signal.ERROR_RATE, OptionalDouble.of(0.05), 4);
  private static final Soak TEN_PERCENT = new Soak(10, Traffic.START, 1.5, 4);

  @Test
  void aCanaryLikeStableIsSafe() {
    var verdict = judged(World.CALM, 60);
    assertThat(verdict).isInstanceOf(Verdict.Safe.class);
    assertThat(verdict.evidence().high()).isLessThan(1.5);
    assertThat(Texts.of(verdict.sentence())).startsWith("It has at most 1.");
  }

  @Test
  void aCanaryWithTwiceTheErrorsIsRegressed() {
    var verdict = judged(World.CALM.ratio(2), 30);
    assertThat(verdict).isInstanceOf(Verdict.Regressed.class);
    assertThat(verdict.evidence().low()).isBetween(1.2, 2.0);
    assertThat(Texts.of(verdict.sentence())).startsWith("It has 1.");
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
    assertThat(lack(List.of())).isEqualTo(Lack.NO_DATA);
  }

  @ParameterizedTest
  @EnumSource
  void flawedSlicesAreUndecided(Flaw flaw) {
    assertThat(lack(each(60, slice -> flawed(slice, flaw)))).isEqualTo(Lack.NO_DATA);
  }

  @Test
  void flawedSlicesBesideFewSoundOnesDoNotMakeSafe() {
    var slices = new ArrayList<>(each(120, slice -> flawed(slice, Flaw.RESET)));
    slices.addAll(slices(World.CALM.traffic(100, 0.005), 2).slices());
    assertThat(lack(slices)).isEqualTo(Lack.TOO_LITTLE);
  }

  @Test
  void oneSliceIsUndecided() {
    assertThat(lack(slices(World.CALM, 1).slices().subList(0, 1))).isEqualTo(Lack.TOO_LITTLE);
  }

  @Test
  void noTrafficIsUndecided() {
    var none = each(60, slice -> with(slice, zero(slice.canary()), slice.stable()));
    assertThat(lack(none)).isEqualTo(Lack.NO_DATA);
  }

  @Test
  void noErrorsAnywhereIsUndecided() {
    assertThat(lack(each(60, slice -> with(slice, bad(slice.canary(), 0), bad(slice.stable(), 0)))))
        .isEqualTo(Lack.TOO_LITTLE);
  }

  @Test
  void aStableRevisionThatFailsAlwaysIsUndecided() {
    var sick = each(60, slice -> with(slice, slice.canary(), bad(slice.stable(), 1)));
    assertThat(lack(sick)).isEqualTo(Lack.STABLE_SICK);
  }

  @Test
  void bothOverTheLimitIsUndecided() {
    var sick = each(60, slice -> with(slice, bad(slice.canary(), 0.2), bad(slice.stable(), 0.2)));
    assertThat(lack(sick)).isEqualTo(Lack.BOTH_OVER_LIMIT);
  }

  @Test
  void theCanaryAloneOverTheLimitIsRegressed() {
    var measure = new Measure(Signal.LATENCY_P99, 100, OptionalDouble.of(0.05), 0.0025);
    var bad = each(20, slice -> with(slice, bad(slice.canary(), 0.08), slice.stable()));
    var verdict = Judge.judge(new Case(measure, TEN_PERCENT, BEFORE, bad));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Regressed.class, regressed -> assertThat(regressed.overLimit()).isTrue());
    assertThat(Texts.of(verdict.sentence()))
        .isEqualTo("It has 8\u00a0% slow requests, and 5\u00a0% is allowed.");
  }

  @Test
  void oneStablePodIsUndecided() {
    var made = slices(World.CALM.pods(1, 1), 60);
    var verdict = Judge.judge(new Case(ERRORS, TEN_PERCENT, made.before(), made.slices()));
    assertThat(undecided(verdict).lack()).isEqualTo(Lack.ONE_STABLE_POD);
  }

  @Test
  void allTrafficOnTheCanaryIsUndecided() {
    var full = new Soak(100, Traffic.START, 1.5, 4);
    var made = slices(World.CALM.weight(_ -> 100), 10);
    var verdict = Judge.judge(new Case(ERRORS, full, made.before(), made.slices()));
    assertThat(undecided(verdict).lack()).isEqualTo(Lack.NO_STABLE);
    assertThat(Texts.of(undecided(verdict).outlook()))
        .contains("Beside before, which is weaker evidence, it has 0.99 times")
        .contains("share of failed requests; that moved between 0.98");
  }

  @Test
  void oneBadPodAmongGoodOnesIsNamed() {
    var slices =
        each(
            120,
            slice -> {
              var pods = new ArrayList<>(slice.canary());
              pods.set(0, bad(pods, 0.03).getFirst());
              return with(slice, bad(pods.subList(1, 4), 0.001, pods.getFirst()), slice.stable());
            });
    var verdict = Judge.judge(new Case(LENIENT, TEN_PERCENT, BEFORE, slices));
    assertThat(undecided(verdict).lack()).isEqualTo(Lack.ONE_BAD_POD);
    assertThat(Texts.of(undecided(verdict).outlook()))
        .startsWith("Replace that pod (kubectl delete pod ");
    assertThat(undecided(verdict).outlook().args()).hasSize(1);
    assertThat(Texts.of(verdict.sentence())).contains("Pod c0 alone");
  }

  @Test
  void aCanaryThatTurnsBadIsNoLongerSafeAndThenRegressed() {
    var made = slices(World.CALM, 60);
    var trial = new Trial(ERRORS, made.before(), TEN_PERCENT);
    made.slices().forEach(trial::take);
    assertThat(trial.verdict()).isInstanceOf(Verdict.Safe.class);
    boolean turning = false;
    for (var slice : each(30, slice -> with(slice, bad(slice.canary(), 0.012), slice.stable()))) {
      trial.take(later(slice));
      boolean safe = trial.verdict() instanceof Verdict.Safe;
      assertThat(turning && safe).as("safe again").isFalse();
      turning |= !safe;
    }
    assertThat(trial.verdict()).isInstanceOf(Verdict.Regressed.class);
  }

  @Test
  void aNewStageIsJudgedByWhatItCountedItself() {
    var made = slices(World.CALM, 60);
    var trial = new Trial(ERRORS, made.before(), TEN_PERCENT);
    made.slices().forEach(trial::take);
    trial.enter(new Soak(25, Traffic.START.plus(Duration.ofHours(1)), 1.5, 4));
    assertThat(undecided(trial.verdict()).lack()).isEqualTo(Lack.NO_DATA);
  }

  @Test
  void aTrialSaysWhatTheJudgeSaysOfTheWholeCase() {
    var made = slices(World.CALM.own(0.15), 45);
    var trial = new Trial(ERRORS, made.before(), TEN_PERCENT);
    made.slices().forEach(trial::take);
    var whole = Judge.judge(new Case(ERRORS, TEN_PERCENT, made.before(), made.slices()));
    assertThat(trial.verdict()).isEqualTo(whole);
  }

  private static final Measure LENIENT =
      new Measure(Signal.ERROR_RATE, 3, OptionalDouble.empty(), 0.0025);
  private static final List<Slice> BEFORE = slices(World.CALM, 1).before();

  private record Made(List<Slice> before, List<Slice> slices) {}

  private static Made slices(World world, int minutes) {
    var traffic = new Traffic(world, 1, Duration.ofHours(2));
    var before = traffic.before();
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < 4 * minutes; i++) {
      slices.add(traffic.next());
    }
    return new Made(before, slices);
  }

  private static Verdict judged(World world, int minutes) {
    var made = slices(world, minutes);
    return Judge.judge(new Case(ERRORS, TEN_PERCENT, made.before(), made.slices()));
  }

  private static Lack lack(List<Slice> slices) {
    return undecided(Judge.judge(new Case(ERRORS, TEN_PERCENT, BEFORE, slices))).lack();
  }

  private static Verdict.Undecided undecided(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    var undecided = (Verdict.Undecided) verdict;
    assertThat(Texts.of(undecided.sentence())).isNotEmpty();
    assertThat(Texts.of(undecided.outlook())).isNotBlank();
    return undecided;
  }

  private static List<Slice> each(int minutes, UnaryOperator<Slice> change) {
    return slices(World.CALM, minutes).slices().stream().map(change).toList();
  }

  private static Slice flawed(Slice slice, Flaw flaw) {
    return Slice.flawed(slice.from(), slice.to(), slice.weight(), flaw);
  }

  private static Slice with(Slice slice, List<PodTally> canary, List<PodTally> stable) {
    return Slice.of(slice.from(), slice.to(), slice.weight(), canary, stable);
  }

  private static Slice later(Slice slice) {
    var hour = Duration.ofHours(1);
    return Slice.of(
        slice.from().plus(hour),
        slice.to().plus(hour),
        slice.weight(),
        slice.canary(),
        slice.stable());
  }

  private static List<PodTally> zero(List<PodTally> pods) {
    return pods.stream().map(pod -> new PodTally(pod.pod(), Tally.NONE)).toList();
  }

  /// The same pods with that share of bad requests, and more pods as they are.
  private static List<PodTally> bad(List<PodTally> pods, double share, PodTally... more) {
    var changed = new ArrayList<>(List.of(more));
    for (var pod : pods) {
      long requests = pod.tally().requests();
      changed.add(new PodTally(pod.pod(), new Tally(requests, Math.round(requests * share))));
    }
    return changed;
  }
}
