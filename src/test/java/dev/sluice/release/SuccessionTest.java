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
}
