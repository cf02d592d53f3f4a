package dev.sluice.cluster.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Backoff backoff = new Backoff(FIRST, LONGEST, new Random(7));

  @Test
  void pausesDoubleUpToTheLongestEachShortenedByUpToHalf() {
    Duration whole = FIRST;
    for (int i = 0; i < 12; i++) {
      assertThat(backoff.next()).isBetween(whole.dividedBy(2), whole);
      whole = whole.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : whole.multipliedBy(2);
    }
  }

  @Test
  void twoClientsDoNotComeBackInStep() {
    var other = new Backoff(FIRST, LONGEST, new Random(8));
    assertThat(Stream.generate(backoff::next).limit(8).toList())
        .isNotEqualTo(Stream.generate(other::next).limit(8).toList());
  }

  @Test
  void afterSuccessItBeginsAnew() {
    Stream.generate(backoff::next).limit(8).forEach(pause -> assertThat(pause).isPositive());
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(FIRST);
  }
}
