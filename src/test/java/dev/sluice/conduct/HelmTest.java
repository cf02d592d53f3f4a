package dev.sluice.conduct;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.Helm.Lead;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelmTest {

  @Test
  void leadsOnlyWhileTheLeadIsItsOwnAndNotNearItsEnd() {
    var mine = Helm.taken("b").with(Optional.of(new Lead("me", true, NOON.plusSeconds(15))));
    assertThat(mine.leads(NOON)).isTrue();
    assertThat(mine.leads(NOON.plusSeconds(11))).isTrue();
    assertThat(mine.leads(NOON.plusSeconds(12))).isFalse();
    var theirs = Helm.taken("b").with(Optional.of(new Lead("they", false, NOON.plusSeconds(15))));
    assertThat(theirs.leads(NOON)).isFalse();
    assertThat(Helm.taken("b").leads(NOON)).isFalse();
  }

  @Test
  void asksAgainAtEachBeat() {
    assertThat(Helm.taken("b").due(NOON)).isTrue();
    var asked = Helm.taken("b").askedAt(NOON);
    assertThat(asked.due(NOON.plusSeconds(3))).isFalse();
    assertThat(asked.due(NOON.plusSeconds(4))).isTrue();
  }

  @Test
  void askingKeepsTheLeadAndTheLeadKeepsTheAsking() {
    var lead = Optional.of(new Lead("me", true, NOON));
    assertThat(Helm.taken("b").with(lead).askedAt(NOON)).isEqualTo(new Helm("b", lead, NOON));
    assertThat(Helm.taken("b").askedAt(NOON).with(lead)).isEqualTo(new Helm("b", lead, NOON));
  }
}
