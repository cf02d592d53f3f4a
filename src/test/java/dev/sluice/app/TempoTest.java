package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.watch.Pace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TempoTest {

  @Test
  void onAClockThatRunsFasterAPersonHasJustAsLong() {
    var tempo = Tempo.by(4);
    assertThat(tempo.arming()).isEqualTo(Tempo.USUAL.arming().multipliedBy(4));
    assertThat(tempo.watching().probe()).isEqualTo(Pace.STANDARD.probe().dividedBy(4));
    assertThat(tempo.watching().stale()).isEqualTo(Pace.STANDARD.stale());
  }

  @Test
  void onAClockThatRunsSlowerNothingIsHurried() {
    assertThat(Tempo.by(0.5).arming()).isEqualTo(Tempo.USUAL.arming());
    assertThat(Tempo.by(0.5).watching().probe()).isEqualTo(Duration.ofSeconds(6));
  }
}
