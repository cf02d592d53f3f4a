package dev.sluice.judge.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.count.Counter.Arm;
import dev.sluice.judge.count.Counter.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Scrapes every 15 s, at 5 s past the edges.
class SlicerTest {
  private static final Instant START = Instant.parse("2026-11-29T00:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(15);
  private static final Weights TEN = weights(-3600, 10);

  @Test
  void countersAreDifferencedAtEdgesThatAllPodsShare() {
    var slices =
        slices(
            TEN,
            counter("c1", Arm.CANARY, Kind.ALL, 100, 110, 130, 160),
            counter("c1", Arm.CANARY, Kind.BAD, 1, 2, 2, 5),
            counter("s1", Arm.STABLE, Kind.ALL, 0, 100, 200, 300),
            counter("s1", Arm.STABLE, Kind.BAD, 7, 7, 8, 9));
    assertThat(slices).extracting(Slice::canaryTally).containsExactly(t(10, 1), t(20, 0), t(30, 3));
    assertThat(slices)
        .extracting(Slice::stableTally)
        .containsExactly(t(100, 0), t(100, 1), t(100, 1));
    assertThat(slices).allMatch(Slice::tells);
    assertThat(slices).extracting(Slice::weight).containsOnly(10);
    assertThat(slices.getLast().to()).isEqualTo(at(45));
  }

  @Test
  void severalSeriesOfAPodAreSummedAfterEachWasDifferenced() {
    var slices =
        slices(
            TEN,
            counter("c1", Arm.CANARY, Kind.ALL, 5, 10, 15, 20),
            counter("c1", Arm.CANARY, Kind.ALL, 1000, 1001, 1002, 1003),
            stable());
    assertThat(slices.getFirst().canaryTally().requests()).isEqualTo(6);
  }

  @Test
  void slowRequestsAreThoseThatAreNotInTheBucketOfFastOnes() {
    var slices =
        slices(
            TEN,
            counter("c1", Arm.CANARY, Kind.ALL, 0, 100, 200, 300),
            counter("c1", Arm.CANARY, Kind.GOOD, 0, 98, 198, 290),
            stable());
    assertThat(slices).extracting(s -> s.canaryTally().bad()).containsExactly(2L, 0L, 8L);
  }

  @Test
  void theFirstErrorsOfAPodCountFromZero() {
    var late = new Counter("c1", Arm.CANARY, Kind.BAD, times(2, 3), new double[] {3, 4});
    var slices = slices(TEN, counter("c1", Arm.CANARY, Kind.ALL, 0, 50, 100, 150), late, stable());
    assertThat(slices).extracting(s -> s.canaryTally().bad()).containsExactly(0L, 3L, 1L);
  }

  @Test
  void aCanarysCounterThatBeginsAnewCarriesNoEvidence() {
    var slices = slices(TEN, counter("c1", Arm.CANARY, Kind.ALL, 500, 600, 40, 140), stable());
    assertThat(flaws(slices)).containsExactly(null, Flaw.RESET, null);
    assertThat(slices.get(1).tells()).isFalse();
    assertThat(slices.get(2).canaryTally()).isEqualTo(t(100, 0));
  }

  @Test
  void aStablePodThatBeginsAnewIsLeftOutOfThatSliceOnly() {
    var slices =
        slices(
            TEN,
            counter("c1", Arm.CANARY, Kind.ALL, 0, 10, 20, 30),
            counter("s1", Arm.STABLE, Kind.ALL, 0, 100, 200, 300),
            counter("s2", Arm.STABLE, Kind.ALL, 900, 1000, 5, 105));
    assertThat(slices).extracting(s -> s.stable().size()).containsExactly(2, 1, 2);
    assertThat(slices)
        .extracting(s -> s.stableTally().requests())
        .containsExactly(200L, 100L, 200L);
  }

  @Test
  void aGapOfTheCanaryCarriesNoEvidenceAndIsNotFilled() {
    double nan = Double.NaN;
    var slices = slices(TEN, counter("c1", Arm.CANARY, Kind.ALL, 0, 10, nan, 30), stable());
    assertThat(flaws(slices)).containsExactly(null, Flaw.GAP, null);
    assertThat(slices.get(2).canaryTally()).isEqualTo(Tally.NONE);
  }

  @Test
  void aPodThatIsNotHeardOfForFiveMinutesIsGone() {
    var times = LongStream.of(-10, 5, 20, 35).map(s -> at(s).toEpochMilli()).toArray();
    var left = new Counter("c1", Arm.CANARY, Kind.ALL, times, new double[] {0, 10, 20, 30});
    var stays = steady("c2", Arm.CANARY, 60);
    var slices = slices(TEN, 60, left, stays, steady("s1", Arm.STABLE, 60));
    assertThat(slices.get(1).canary()).hasSize(2);
    assertThat(slices.get(10).flaw()).contains(Flaw.GAP);
    assertThat(slices.get(59).flaw()).isEmpty();
    assertThat(slices.get(59).canary()).extracting(PodTally::pod).containsExactly("c2");
  }

  @Test
  void noStablePodsWorthMentioningIsAGapToo() {
    double nan = Double.NaN;
    var slices =
        slices(
            TEN,
            counter("c1", Arm.CANARY, Kind.ALL, 0, 10, 20, 30),
            counter("s1", Arm.STABLE, Kind.ALL, 0, 10, nan, nan));
    assertThat(flaws(slices)).containsExactly(null, Flaw.GAP, Flaw.GAP);
  }

  @Test
  void halfOfTheStablePodsAreEnough() {
    var half = slices(TEN, canary(), silent("s1"), silent("s2"), steady("s3"), steady("s4"));
    assertThat(half.get(2).flaw()).isEmpty();
    assertThat(half.get(2).stable()).hasSize(2);
    var fewer = slices(TEN, canary(), silent("s1"), silent("s2"), silent("s3"), steady("s4"));
    assertThat(fewer.get(2).flaw()).contains(Flaw.GAP);
  }

  @Test
  void aColdCanaryWithoutTrafficDoesNotHideWhatStableDoes() {
    var fresh = new Counter("c1", Arm.CANARY, Kind.ALL, times(2, 5), new double[] {0, 0, 0, 0});
    var slicer = new Slicer(weights(-3600, 0), STEP, Duration.ofMinutes(2));
    var counters = List.of(fresh, steady("s1", Arm.STABLE, 60));
    var slices = slicer.slices(counters, START, at(75), STEP, false);
    assertThat(slices.getLast().flaw()).isEmpty();
    assertThat(slices.getLast().stableTally().requests()).isEqualTo(10);
  }

  private static Counter canary() {
    return steady("c1", Arm.CANARY, 3);
  }

  private static Counter steady(String pod) {
    return steady(pod, Arm.STABLE, 3);
  }

  private static Counter silent(String pod) {
    return counter(pod, Arm.STABLE, Kind.ALL, 0, 10, Double.NaN, Double.NaN);
  }

  @Test
  void aSliceInWhichTheWeightTurnsCarriesNoEvidenceNorTheScrapeAfterIt() {
    var turns = new Weights(List.of(new Weights.Turn(at(20), 25), new Weights.Turn(at(-3600), 10)));
    var slices =
        slices(
            turns,
            counter("c1", Arm.CANARY, Kind.ALL, 0, 10, 20, 30),
            counter("s1", Arm.STABLE, Kind.ALL, 0, 10, 20, 30));
    assertThat(flaws(slices)).containsExactly(null, Flaw.WEIGHT, Flaw.WEIGHT);
    assertThat(slices).extracting(Slice::weight).containsExactly(10, 25, 25);
  }

  @Test
  void aPartialAnswerCarriesNoEvidence() {
    var slicer = new Slicer(TEN, STEP, Duration.ZERO);
    var slices = slicer.slices(List.of(stable()), START, at(45), STEP, true);
    assertThat(flaws(slices)).containsOnly(Flaw.PARTIAL);
  }

  @Test
  void aNewPodIsLeftOutUntilItIsWarm() {
    var times = LongStream.rangeClosed(4, 60).map(i -> at(15 * i + 5).toEpochMilli()).toArray();
    var values = new double[times.length];
    Arrays.setAll(values, i -> 10 * i);
    var fresh = new Counter("c1", Arm.CANARY, Kind.ALL, times, values);
    var slicer = new Slicer(TEN, STEP, Duration.ofMinutes(2));
    var slices =
        slicer.slices(List.of(fresh, steady("s1", Arm.STABLE, 60)), START, at(900), STEP, false);
    assertThat(slices.get(1).flaw()).isEmpty();
    assertThat(slices.get(1).tells()).isFalse();
    assertThat(slices.get(8).flaw()).contains(Flaw.COLD_START);
    assertThat(slices.get(13).tells()).isTrue();
  }

  @Test
  void badRequestsAreNeverMoreThanAllOfThem() {
    var slices =
        slices(
            TEN,
            counter("c1", Arm.CANARY, Kind.ALL, 0, 1, 2, 3),
            counter("c1", Arm.CANARY, Kind.BAD, 0, 5, 5, 5),
            stable());
    assertThat(slices.getFirst().canaryTally()).isEqualTo(t(1, 1));
  }

  private static List<Slice> slices(Weights weights, Counter... counters) {
    return slices(weights, 3, counters);
  }

  private static List<Slice> slices(Weights weights, int steps, Counter... counters) {
    return new Slicer(weights, STEP, Duration.ZERO)
        .slices(List.of(counters), START, at(15L * steps), STEP, false);
  }

  private static List<Flaw> flaws(List<Slice> slices) {
    var flaws = new ArrayList<Flaw>();
    slices.stream().map(Slice::flaw).map(SlicerTest::orNull).forEach(flaws::add);
    return flaws;
  }

  @SuppressWarnings("NullAway") // AssertJ compares nulls well.
  private static Flaw orNull(Optional<Flaw> flaw) {
    return flaw.orElse(null);
  }

  private static Counter stable() {
    return counter("s1", Arm.STABLE, Kind.ALL, 0, 100, 200, 300);
  }

  private static Counter steady(String pod, Arm arm, int steps) {
    double[] values = new double[steps + 1];
    Arrays.setAll(values, i -> 10 * i);
    return counter(pod, arm, Kind.ALL, values);
  }

  private static Counter counter(String pod, Arm arm, Kind kind, double... values) {
    return new Counter(pod, arm, kind, times(0, values.length - 1), values);
  }

  private static long[] times(int first, int last) {
    return LongStream.rangeClosed(first, last).map(i -> at(15 * i - 10).toEpochMilli()).toArray();
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  private static Weights weights(long seconds, int weight) {
    return new Weights(List.of(new Weights.Turn(at(seconds), weight)));
  }

  private static Tally t(long requests, long bad) {
    return new Tally(requests, bad);
  }
}
