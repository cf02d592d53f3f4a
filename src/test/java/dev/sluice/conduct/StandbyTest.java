package dev.sluice.conduct;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.policy.Policy;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Signs;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandbyTest {

  @Test
  void watchesTheRevisionOnItsWay() {
    var armed = arm(Releases.canary().build());
    assertThat(armed.watching()).isTrue();
    assertThat(armed.podHash()).isEqualTo("b");
    assertThat(armed.since()).isEqualTo(NOON);
  }

  @Test
  void doesNotWatchWhenNothingIsOnItsWay() {
    assertThat(why(arm(Releases.canary().hashes("a", "a").build())))
        .isEqualTo("nothing is on its way");
  }

  @Test
  void doesNotWatchWhatWasTakenBack() {
    assertThat(why(arm(Releases.canary().aborted().build()))).isEqualTo("it was taken back");
  }

  @Test
  void doesNotWatchAgainstThePolicy() {
    var text = "apiVersion: sluice.dev/v1\nkind: Policy\nautomation: {rollback: false}\n";
    var policy = Policy.of(List.of(), List.of(new YamlPolicies().document("test", text)));
    var armed = Standby.arm(Releases.canary().build(), policy, NOON);
    assertThat(why(armed)).isEqualTo("the policy does not allow it");
  }

  @Test
  void doesNotWatchWhereTheOlderRevisionCannotReadTheData() {
    var oneWay = new Signs(Optional.empty(), List.of(), true);
    assertThat(why(arm(Releases.canary().signs(oneWay).build())))
        .isEqualTo("the older revision cannot read what this one writes");
  }

  @Test
  void doesNotWatchWithoutAReadyPodToGoBackTo() {
    var nowhere = "no pod of the version before is ready: there is no way back";
    assertThat(why(arm(Releases.canary().revision("a", 4, 0).build()))).isEqualTo(nowhere);
    assertThat(why(arm(Releases.canary().without("a").build()))).isEqualTo(nowhere);
    assertThat(arm(Releases.canary().revision("a", 4, 1).build()).watching()).isTrue();
  }

  @Test
  void doesNotWatchWhereItIsNotCertainWhichVersionServedBefore() {
    var switched =
        Releases.blueGreen()
            .revision("c", 4, 4)
            .going("a", NOON.plusSeconds(30))
            .going("b", NOON.minusSeconds(40))
            .through("c", NOON);
    assertThat(arm(switched.build()).watching()).isTrue();
    assertThat(why(arm(switched.gone("a").going("b", NOON.plusSeconds(3600)).build())))
        .isEqualTo("it is not certain which version served before");
  }

  @Test
  void goesOverToARevisionThatComesMeanwhile() {
    var armed = arm(Releases.canary().build());
    var next = Releases.canary().revision("c", 1, 1).hashes("a", "c").build();
    var over = armed.against(next, Policy.BUILT_IN, NOON);
    assertThat(over.watching()).isTrue();
    assertThat(over.podHash()).isEqualTo("c");
  }

  @Test
  void doesNotGoOverToWhatAPersonGoesBackTo() {
    var switched =
        Releases.blueGreen().made("a", NOON.minusSeconds(3600)).going("a", NOON).through("b", NOON);
    var armed = arm(switched.build());
    assertThat(armed.watching()).isTrue();
    var undone = armed.against(switched.hashes("b", "a").build(), Policy.BUILT_IN, NOON);
    assertThat(why(undone)).isEqualTo("somebody is going back to an older version");
  }

  @Test
  void watchesAnOlderVersionThatItWasArmedAgainst() {
    assertThat(arm(Releases.canary().made("b", NOON.minusSeconds(3600)).build()).watching())
        .isTrue();
  }

  @Test
  void whatHasGoneOffStaysSo() {
    var fired = arm(Releases.canary().build()).fired(NOON, Words.of("standby.through"));
    assertThat(fired.watching()).isFalse();
    assertThat(fired.against(Releases.canary().aborted().build(), Policy.BUILT_IN, NOON))
        .isEqualTo(fired);
  }

  private static Standby arm(Release release) {
    return Standby.arm(release, Policy.BUILT_IN, NOON);
  }

  private static String why(Standby standby) {
    assertThat(standby.watching()).isFalse();
    assertThat(standby.phase()).isInstanceOf(Standby.Phase.Disarmed.class);
    return Texts.of(((Standby.Phase.Disarmed) standby.phase()).why());
  }
}
