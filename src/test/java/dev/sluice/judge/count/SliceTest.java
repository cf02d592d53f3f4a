package dev.sluice.judge.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

  @Test
  void podsStandByNameHoweverTheyCame() {
    var slice = slice(List.of(pod("b", 2, 1), pod("c", 3, 0), pod("a", 1, 0)), List.of());
    assertThat(slice.canary()).extracting(PodTally::pod).containsExactly("a", "b", "c");
    assertThat(slice).isEqualTo(slice(slice.canary(), List.of()));
  }

  @Test
  void anArmIsTheSumOfItsPods() {
    var slice =
        slice(List.of(pod("a", 10, 1)), List.of(pod("b", 20, 2), pod("c", 30, 0), pod("d", 5, 5)));
    assertThat(slice.canaryTally()).isEqualTo(new Tally(10, 1));
    assertThat(slice.stableTally()).isEqualTo(new Tally(55, 7));
    assertThat(slice.stableTally().plus(slice.canaryTally())).isEqualTo(new Tally(65, 8));
    assertThat(slice.canaryTally().share()).isEqualTo(0.1);
  }

  @Test
  void withoutRequestsOnBothSidesItTellsNothing() {
    var some = List.of(pod("a", 1, 0));
    var none = List.of(pod("a", 0, 0));
    assertThat(slice(some, some).tells()).isTrue();
    assertThat(slice(some, none).tells()).isFalse();
    assertThat(slice(none, some).tells()).isFalse();
  }

  @Test
  void podsAreTheSameByNameWhateverTheyCounted() {
    var pods = List.of(pod("a", 1, 0), pod("b", 2, 1));
    assertThat(PodTally.samePods(pods, List.of(pod("a", 9, 9), pod("b", 0, 0)))).isTrue();
    assertThat(PodTally.samePods(pods, List.of(pod("a", 1, 0)))).isFalse();
    assertThat(PodTally.samePods(pods, List.of(pod("a", 1, 0), pod("c", 2, 1)))).isFalse();
    assertThat(PodTally.samePods(pods, List.of(pod("c", 1, 0), pod("b", 2, 1)))).isFalse();
    assertThat(PodTally.samePods(List.of(), List.of())).isTrue();
  }

  private static Slice slice(List<PodTally> canary, List<PodTally> stable) {
    return Slice.of(NOON, NOON.plus(Duration.ofSeconds(15)), 10, canary, stable);
  }

  private static PodTally pod(String name, long requests, long bad) {
    return new PodTally(name, new Tally(requests, bad));
  }
}
