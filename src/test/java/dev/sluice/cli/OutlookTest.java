package dev.sluice.cli;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.NextStep;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlookTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void whereAllUsersHaveItItIsFinishedAndGoesOnNowhere() {
    var last = new Outlook(at(new Step.SetWeight(100), new Step.Pause(Optional.of(HOUR))), NOON);
    assertThat(last.line(new NextStep.Timed(HOUR, 100)))
        .isEqualTo("the engine finishes it by itself in 1 h");
    assertThat(last.line(new NextStep.Soak(HOUR, 100))).isEqualTo("finished in 1 h");
    assertThat(last.line(new NextStep.Promote(100))).isEqualTo("to be finished: every gate passes");
  }

  @Test
  void beforeThatItGoesOn() {
    var before = new Outlook(at(new Step.SetWeight(50), new Step.Pause(Optional.of(HOUR))), NOON);
    assertThat(before.line(new NextStep.Timed(HOUR, 100)))
        .isEqualTo("the engine goes on to 100 % by itself in 1 h");
  }

  private static Release at(Step... steps) {
    return Releases.canary().steps(List.of(steps)).step(1).pausedSince(NOON).build();
  }
}
