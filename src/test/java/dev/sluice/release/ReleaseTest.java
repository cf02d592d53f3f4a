package dev.sluice.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {

  @Test
  void theSharesOfACanaryAddUpToAll() {
    var release = Releases.canary().weighted(10, 7).build();
    assertThat(release.share("a")).isEqualTo(93);
    assertThat(release.share("b")).isEqualTo(7);
    assertThat(release.share("c")).isZero();
  }

  @Test
  void withoutAnUpdateTheStableRevisionHasEverything() {
    var release = Releases.canary().hashes("b", "b").weighted(100, 100).build();
    assertThat(release.share("b")).isEqualTo(100);
    assertThat(release.share("a")).isZero();
  }

  @Test
  void aBlueGreenHasOneSideOnly() {
    var release = Releases.blueGreen().build();
    assertThat(release.share("a")).isEqualTo(100);
    assertThat(release.share("b")).isZero();
    assertThat(
            Releases.blueGreen()
                .traffic(new Traffic.Switched(Optional.empty(), Optional.empty()))
                .build()
                .share("a"))
        .isZero();
  }

  @Test
  void theStepAfterTheLastIsNone() {
    assertThat(Releases.canary().step(4).build().step()).isEmpty();
    assertThat(Releases.canary().step(0).build().step()).contains(new Step.SetWeight(10));
    assertThat(Releases.blueGreen().build().step()).isEmpty();
  }

  @Test
  void aReleaseBelongsToItsNamespaceAndToAllNamespacesOfItsContext() {
    var ref = new ReleaseRef("prod", "shop", "checkout");
    assertThat(new Scope("prod", Optional.empty()).covers(ref)).isTrue();
    assertThat(new Scope("prod", Optional.of("shop")).covers(ref)).isTrue();
    assertThat(new Scope("prod", Optional.of("other")).covers(ref)).isFalse();
    assertThat(new Scope("test", Optional.empty()).covers(ref)).isFalse();
  }
}
