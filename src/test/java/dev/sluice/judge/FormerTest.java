package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.count.Flaw;
import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormerTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Words FAILED = Words.of("judge.what.ERROR_RATE");

  @Test
  void theNewVersionStandsBesideTheFormerOneAndHowFarThatMoved() {
    var former = new Former(before(8, 10, 12, 10));
    former.take(full(1000, 30));
    assertThat(Texts.of(former.beside(FAILED).orElseThrow()))
        .contains("it has 3.00 times the former version’s share of failed requests")
        .contains("between 0.80 and 1.20 times by itself");
  }

  @Test
  void onlyWhatWasSoundlyCountedAtFullWeightIsCompared() {
    var former = new Former(before(10, 10, 10, 10));
    former.take(slice(0, 50, List.of(pod(100, 100)), List.of(pod(100, 1))));
    former.take(Slice.flawed(NOON, NOON.plusSeconds(15), 100, Flaw.RESET));
    assertThat(former.beside(FAILED)).isEmpty();
    former.take(full(100, 1));
    assertThat(Texts.of(former.beside(FAILED).orElseThrow())).contains("it has 1.00 times");
  }

  @Test
  void aShortOrFaultlessPastSaysNothing() {
    var young = new Former(before(10, 10, 10));
    young.take(full(1000, 10));
    assertThat(young.beside(FAILED)).isEmpty();
    var faultless = new Former(before(0, 0, 0, 0));
    faultless.take(full(1000, 10));
    assertThat(faultless.beside(FAILED)).isEmpty();
    var unwatched = new Former(List.of());
    unwatched.take(full(1000, 10));
    assertThat(unwatched.beside(FAILED)).isEmpty();
  }

  /// A quarter of an hour each, with that many bad of a thousand.
  private static List<Slice> before(int... bad) {
    var slices = new ArrayList<Slice>();
    for (int i = 0; i < bad.length; i++) {
      slices.add(slice(2 * i, 0, List.of(), List.of(pod(500, bad[i]))));
      slices.add(slice(2 * i + 1, 0, List.of(), List.of(pod(500, 0))));
    }
    return slices;
  }

  private static Slice full(long requests, long bad) {
    return slice(99, 100, List.of(pod(requests, bad)), List.of());
  }

  private static Slice slice(int at, int weight, List<PodTally> canary, List<PodTally> stable) {
    var half = Duration.ofSeconds(450);
    var from = NOON.plus(half.multipliedBy(at));
    return Slice.of(from, from.plus(half), weight, canary, stable);
  }

  private static PodTally pod(long requests, long bad) {
    return new PodTally("pod", new Tally(requests, bad));
  }
}
