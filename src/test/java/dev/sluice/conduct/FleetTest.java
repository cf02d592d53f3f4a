package dev.sluice.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.Fleet.Part;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {
  private static final ReleaseRef US = new ReleaseRef("prod-us", "shop", "checkout");
  private static final ReleaseRef ASIA = new ReleaseRef("prod-asia", "shop", "checkout");
  private static final Release EU = Releases.canary().build();

  @Test
  void sameNamespaceAndNameInOtherContextsIsOneRelease() {
    var fleet =
        Fleet.of(
            EU,
            List.of(
                EU,
                Releases.canary().ref(US).build(),
                Releases.named("cart"),
                Releases.canary().ref(new ReleaseRef("prod-us", "bank", "checkout")).build()));
    assertThat(fleet.members()).extracting(Release::ref).containsExactly(EU.ref(), US);
    assertThat(fleet.several()).isTrue();
  }

  @Test
  void aFleetsNameJoinsAcrossNamesAndKeepsOthersOut() {
    var open = Releases.canary().fleet("checkout-world").build();
    var elsewhere = new ReleaseRef("prod-us", "shop-us", "checkout-v2");
    var fleet =
        Fleet.of(
            open,
            List.of(
                open,
                Releases.canary().ref(elsewhere).fleet("checkout-world").build(),
                Releases.canary().ref(US).build(),
                Releases.canary().ref(ASIA).fleet("other").build()));
    assertThat(fleet.members()).extracting(Release::ref).containsExactly(open.ref(), elsewhere);
  }

  @Test
  void aReleaseOfItsOwnIsAloneAlsoWhenAFleetHasItsName() {
    var named = Releases.canary().ref(US).fleet("checkout-world").build();
    assertThat(Fleet.of(EU, List.of(EU, named)).several()).isFalse();
  }

  @Test
  void goingBackTogetherAimsEachMemberAtItsOwnStable() {
    var us = Releases.canary().ref(US).revision("old", 4, 4).hashes("old", "b").build();
    assertThat(Fleet.of(EU, List.of(EU, us)).wayBack())
        .containsExactly(new Part.Goes(EU.ref(), "a", "a"), new Part.Goes(us.ref(), "old", "old"));
  }

  @Test
  void aMemberWithoutTheBadVersionStaysAsItIs() {
    var us = Releases.canary().ref(US).hashes("a", "a").weighted(100, 100).build();
    var parts = Fleet.of(EU, List.of(EU, us)).wayBack();
    assertThat(parts.getFirst()).isInstanceOf(Part.Goes.class);
    assertThat(parts.getLast()).isInstanceOf(Part.Stays.class);
  }

  @Test
  void aMemberThatAnAbortHasPutBackStaysThere() {
    var us = Releases.canary().ref(US).aborted().weighted(0, 0).build();
    assertThat(Fleet.of(EU, List.of(EU, us)).wayBack().getLast()).isInstanceOf(Part.Stays.class);
  }

  @Test
  void aMemberWithNowhereToGoSaysWhyAndHoldsNobody() {
    var us = Releases.canary().ref(US).without("a").hashes("b", "b").weighted(100, 100).build();
    var parts = Fleet.of(EU, List.of(EU, us)).wayBack();
    assertThat(parts.getFirst()).isInstanceOf(Part.Goes.class);
    assertThat(parts.getLast())
        .isInstanceOfSatisfying(
            Part.Stays.class, stays -> assertThat(stays.why().key()).startsWith("conduct.back"));
  }
}
