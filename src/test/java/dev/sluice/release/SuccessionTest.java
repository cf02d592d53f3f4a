package dev.sluice.release;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SuccessionTest {

  @Test
  void aBlueGreenIsOnTrialAfterItsSwitchAsLongAsThePodsBeforeItStand() {
    var switched = Samples.switched();
    assertThat(switched.onTrial(Samples.NOW.plus(Duration.ofDays(1)))).isTrue();
    assertThat(switched.baselineHash()).contains("a");
    assertThat(switched.exposes(Samples.NOW)).isTrue();
    assertThat(new Succession(switched).switchedAt()).contains(Samples.NOW.minusSeconds(137));
  }

  @Test
  void onceThosePodsAreGoneItIsOnTrialForAnHourAfterTheSwitch() {
    var lately = Samples.switchedLongAgo(Duration.ofMinutes(59));
    assertThat(lately.onTrial(Samples.NOW)).isTrue();
    assertThat(lately.onTrial(Samples.NOW.plus(Duration.ofMinutes(2)))).isFalse();
    assertThat(lately.baselineHash()).contains("a");
  }

  @Test
  void afterGoingBackNothingIsOnTrial() {
    assertThat(Samples.switchedBack().onTrial(Samples.NOW)).isFalse();
    assertThat(Samples.switchedBack().baselineHash()).isEmpty();
  }

  @Test
  void aCanaryIsOnTrialAsLongAsItIsOnItsWay() {
    assertThat(Releases.canary().build().onTrial(NOON)).isTrue();
    assertThat(Releases.canary().build().baselineHash()).contains("a");
    assertThat(Releases.canary().hashes("b", "b").build().onTrial(NOON)).isFalse();
  }

  @Test
  void whatWaitedInThePreviewAndWasSupersededHasNotServed() {
    var release = superseded().build();
    assertThat(release.baselineHash()).contains("a");
    assertThat(new Succession(release).certain()).isTrue();
  }

  @Test
  void whatServedUntilJustNowHasNoDeadlineYet() {
    var release =
        Releases.blueGreen()
            .revision("c", 4, 4)
            .going("b", NOON.minusSeconds(40))
            .through("c", NOON)
            .build();
    assertThat(release.baselineHash()).contains("a");
    assertThat(new Succession(release).certain()).isTrue();
  }

  @Test
  void whatWasAbortedAndStillHasItsPodsIsNotKnownToHaveServed() {
    var release = superseded().gone("a").going("b", NOON.plus(Duration.ofHours(1))).build();
    assertThat(new Succession(release).certain()).isFalse();
  }

  @Test
  void withoutPodsWhatWasAbortedComesLast() {
    var release =
        Releases.blueGreen()
            .revision("c", 4, 4)
            .gone("a")
            .gone("b")
            .going("b", NOON.minusSeconds(600))
            .through("c", NOON)
            .build();
    assertThat(release.baselineHash()).contains("a");
  }

  @Test
  void theDeadlineThatAnAbortLeftDoesNotSayWhenItWasSwitched() {
    var release =
        superseded().gone("a").gone("b").going("b", NOON.minus(Duration.ofDays(1))).build();
    assertThat(new Succession(release).switchedAt()).contains(NOON);
    assertThat(release.onTrial(NOON.plus(Duration.ofMinutes(59)))).isTrue();
  }

  @Test
  void itWasNotSwitchedBeforeItWasThrough() {
    var release = superseded().going("a", NOON).build();
    assertThat(new Succession(release).switchedAt()).contains(NOON);
  }

  /// As in the trace `green-new-template`: `b` waited in the preview until `c` came, which was
  /// promoted at noon.
  private static Releases superseded() {
    return Releases.blueGreen()
        .revision("c", 4, 4)
        .going("a", NOON.plusSeconds(30))
        .going("b", NOON.minusSeconds(40))
        .through("c", NOON);
  }
}
