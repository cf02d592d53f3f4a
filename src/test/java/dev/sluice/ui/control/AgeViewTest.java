package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgeViewTest {
  private static final Instant NOW = Instant.parse("2026-11-23T14:32:07Z");
  private static final Failure WHY = new Failure.Unreachable("prod", Words.of("api.timeout"));

  @Test
  void newsOfJustNowAreLive() {
    assertThat(AgeView.of(new Link.Live(NOW.minusMillis(200)), NOW))
        .isEqualTo(new AgeView(Mark.LIVE, "live 0.2 s"));
  }

  @Test
  void nothingOldLooksLive() {
    assertThat(AgeView.of(new Link.Live(NOW.minusSeconds(11)), NOW).mark()).isEqualTo(Mark.WARNING);
    assertThat(AgeView.of(new Link.Stale(NOW.minusSeconds(14), WHY), NOW))
        .isEqualTo(new AgeView(Mark.WARNING, "stale 14 s"));
  }

  @Test
  void ofSeveralTheWorstCounts() {
    var live = new Link.Live(NOW);
    assertThat(AgeView.of(List.of(live, new Link.Down(WHY), live), NOW).mark()).isEqualTo(Mark.BAD);
    assertThat(AgeView.of(List.of(), NOW).mark()).isEqualTo(Mark.OPEN);
  }

  @Test
  void aClockThatIsBehindMakesNoNegativeAge() {
    assertThat(AgeView.of(new Link.Live(NOW.plusSeconds(5)), NOW).words()).isEqualTo("live 0 s");
  }
}
