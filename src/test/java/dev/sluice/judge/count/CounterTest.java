package dev.sluice.judge.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.count.Counter.Arm;
import dev.sluice.judge.count.Counter.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Samples that fall on the edges themselves.
class CounterTest {
  private static final long FRESH = 25;

  @Test
  void aSampleCountsAtItsOwnTimeAndAsLongAsItIsFresh() {
    var counter = counter(Kind.ALL, new long[] {10, 20}, 5, 7);
    assertThat(counter.at(20, 20)).isEqualTo(7);
    assertThat(counter.at(19, 10)).isEqualTo(5);
    assertThat(counter.at(19, 11)).isNaN();
    assertThat(counter.at(9, 0)).isNaN();
  }

  @Test
  void whatIsStaleIsNotHeard() {
    var counter = counter(Kind.ALL, new long[] {10, 20, 30}, 5, Double.NaN, Double.NaN);
    assertThat(counter.last(40)).isEqualTo(10);
    assertThat(counter.last(10)).isEqualTo(10);
    assertThat(counter.last(9)).isEqualTo(Long.MIN_VALUE);
    var silent = counter(Kind.ALL, new long[] {10}, Double.NaN);
    assertThat(silent.last(40)).isEqualTo(Long.MIN_VALUE);
    assertThat(counter(Kind.ALL, new long[0]).first()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aCounterThatStandsStillDoesNotBeginAnew() {
    var counter = counter(Kind.ALL, new long[] {10, 20, 30}, 5, 5, 4);
    assertThat(counter.resets(10, 20)).isFalse();
    assertThat(counter.resets(20, 30)).isTrue();
    assertThat(counter.resets(0, 20)).isFalse();
  }

  @Test
  void errorsSeenAtTheFirstEdgeAreOldAndAtTheLastOneNew() {
    var all = counter(Kind.ALL, new long[] {10, 20}, 50, 60);
    assertThat(between(all, counter(Kind.BAD, new long[] {10, 20}, 3, 4))).isEqualTo(counted(1));
    assertThat(between(all, counter(Kind.BAD, new long[] {20}, 3))).isEqualTo(counted(3));
    assertThat(between(all, counter(Kind.BAD, new long[] {21}, 3))).isEqualTo(counted(0));
  }

  @Test
  void aPodIsMissedUntilItIsSilentForSoLongThatItIsGone() {
    var pod = new PodCounters("p", List.of(counter(Kind.ALL, new long[] {10}, 5)), FRESH);
    assertThat(pod.between(90, 109, 100)).isEqualTo(new PodCounters.Said.Broken(Flaw.GAP));
    assertThat(pod.between(90, 110, 100)).isEqualTo(new PodCounters.Said.Absent());
  }

  private static PodCounters.Said between(Counter... counters) {
    return new PodCounters("p", List.of(counters), FRESH).between(10, 20, 100);
  }

  private static PodCounters.Said counted(long bad) {
    return new PodCounters.Said.Counted(new Tally(10, bad));
  }

  private static Counter counter(Kind kind, long[] times, double... values) {
    return new Counter("p", Arm.CANARY, kind, times, values);
  }
}
