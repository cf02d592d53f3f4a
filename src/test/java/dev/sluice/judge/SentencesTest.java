package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Dispersion;
import dev.sluice.judge.evidence.Noise;
import dev.sluice.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static final Measure SLOW = Measure.of(Signal.LATENCY_P99, OptionalDouble.of(0.01), 2);

  @Test
  void whatIsWorseHasAnIntervalOnlyWhereAllOfItIsWorse() {
    assertThat(worse(1.88)).startsWith("It has at least 1.88 times stable’s share");
    assertThat(worse(0.28))
        .isEqualTo("It was proved to have more than 1.20 times stable’s share of slow requests.");
  }

  private static String worse(double low) {
    var noise = new Noise(Dispersion.NONE, Dispersion.NONE, true);
    var tally = new Tally(1000, 10);
    var evidence =
        new Evidence(
            tally,
            tally,
            2.1,
            low,
            Double.POSITIVE_INFINITY,
            9,
            1,
            6,
            noise,
            Optional.empty(),
            Optional.of(Instant.EPOCH));
    var soak = new Soak(10, Instant.EPOCH, 1.5, 4);
    return Texts.of(
        new Sentences(SLOW, soak, evidence, Optional.empty(), new Former(List.of())).worse());
  }
}
