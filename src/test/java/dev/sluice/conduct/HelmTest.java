package dev.sluice.conduct;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.Helm.Lead;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelmTest {
  private static final Release CANARY = Releases.canary().version("u1", "100", 3).build();

  @Test
  void leadsOnlyWhileTheLeadIsItsOwnAndNotNearItsEnd() {
    var mine = Helm.taken(CANARY).with(Optional.of(new Lead("me", true, NOON.plusSeconds(15))));
    assertThat(mine.leads(NOON)).isTrue();
    assertThat(mine.leads(NOON.plusSeconds(11))).isTrue();
    assertThat(mine.leads(NOON.plusSeconds(12))).isFalse();
    var theirs =
        Helm.taken(CANARY).with(Optional.of(new Lead("they", false, NOON.plusSeconds(15))));
    assertThat(theirs.leads(NOON)).isFalse();
    assertThat(Helm.taken(CANARY).leads(NOON)).isFalse();
  }

  @Test
  void asksAgainAtEachBeat() {
    assertThat(Helm.taken(CANARY).due(NOON)).isTrue();
    var asked = Helm.taken(CANARY).askedAt(NOON);
    assertThat(asked.due(NOON.plusSeconds(3))).isFalse();
    assertThat(asked.due(NOON.plusSeconds(4))).isTrue();
  }

  @Test
  void askingKeepsTheLeadAndTheLeadKeepsTheAsking() {
    var lead = Optional.of(new Lead("me", true, NOON));
    assertThat(Helm.taken(CANARY).with(lead).askedAt(NOON))
        .isEqualTo(new Helm("u1", "b", lead, NOON));
    assertThat(Helm.taken(CANARY).askedAt(NOON).with(lead))
        .isEqualTo(new Helm("u1", "b", lead, NOON));
  }

  @Test
  void isForOneRevisionOfOneObject() {
    var helm = Helm.taken(CANARY);
    assertThat(helm.covers(CANARY)).isTrue();
    assertThat(helm.covers(Releases.canary().hashes("a", "c").build())).isFalse();
    assertThat(helm.covers(Releases.canary().version("u2", "100", 3).build())).isFalse();
  }
}
