package dev.sluice.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Image;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseDraft;
import dev.sluice.release.Releases;
import dev.sluice.release.Revision;
import dev.sluice.release.RevisionDraft;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayBackTest {

  @Test
  void goesToTheStableRevisionWhileAnUpdateIsUnderWay() {
    var release = release("a", "b", made("a", 1, 0), made("b", 2, 1));
    assertThat(target(release)).isEqualTo("a");
    assertThat(why(release)).contains("r1 (a)").contains("under way");
  }

  @Test
  void goesToTheStableRevisionEvenWhenItsReplicaSetIsGone() {
    assertThat(target(release("a", "b", made("b", 2, 1)))).isEqualTo("a");
  }

  @Test
  void goesToTheRevisionBeforeAFinishedUpdate() {
    var release = release("c", "c", made("a", 1, 0), made("b", 2, 1), made("c", 3, 2));
    assertThat(target(release)).isEqualTo("b");
    assertThat(why(release)).contains("r2 (b)");
  }

  @Test
  void neverGoesToTheRevisionThatWasFledFromThoughItHasTheSecondHighestNumber() {
    var release = release("b", "b", made("a", 1, 0), made("c", 3, 2), made("b", 4, 1));
    assertThat(target(release)).isEqualTo("a");
  }

  @Test
  void asksForANumberWhenAllThereIsWasFledFrom() {
    var release = release("a", "a", made("b", 2, 1), made("a", 3, 0));
    assertThat(WayBack.of(release)).isInstanceOf(WayBack.Nowhere.class);
    assertThat(why(release)).contains("r2 vb").contains("number");
  }

  @Test
  void offersTheRevisionsThatWereLeftToChooseFrom() {
    var release = release("a", "a", made("b", 2, 1), made("a", 3, 0));
    assertThat(WayBack.choices(release)).extracting(Revision::podHash).containsExactly("b");
    assertThat(WayBack.left(release, made("b", 2, 1))).isTrue();
    assertThat(WayBack.left(release, made("c", 1, -1))).isFalse();
  }

  @Test
  void offersEveryRevisionButTheNewOneDuringAnUpdate() {
    var release = release("b", "c", made("a", 1, 0), made("b", 2, 1), made("c", 3, 2));
    assertThat(WayBack.choices(release)).extracting(Revision::podHash).containsExactly("b", "a");
  }

  @Test
  void goesToTheRevisionRestoredBeforeWhenANewOneFollowedIt() {
    var release =
        release("d", "d", made("b", 2, 1), made("c", 3, 2), made("a", 4, 0), made("d", 5, 3));
    assertThat(target(release)).isEqualTo("a");
  }

  @Test
  void prefersTheRevisionThatStillHasItsPods() {
    var release = release("c", "c", warm(made("a", 1, 0)), made("b", 2, 1), warm(made("c", 3, 2)));
    assertThat(target(release)).isEqualTo("a");
    assertThat(why(release)).contains("still has its pods");
  }

  @Test
  void goesNowhereFromTheFirstRevision() {
    assertThat(WayBack.of(release("a", "a", made("a", 1, 0)))).isInstanceOf(WayBack.Nowhere.class);
  }

  @Test
  void goesNowhereWhileNothingIsStable() {
    assertThat(WayBack.of(release("", "a", made("a", 1, 0)))).isInstanceOf(WayBack.Nowhere.class);
  }

  @Test
  void knowsARevisionByNumberHashVersionAndDigest() {
    var release = release("b", "b", made("a", 41, 0), made("b", 42, 1));
    for (var name : List.of("r41", "41", "a", "va", "sha256:a")) {
      assertThat(WayBack.named(release, name))
          .as(name)
          .isInstanceOfSatisfying(WayBack.To.class, to -> assertThat(to.podHash()).isEqualTo("a"));
    }
  }

  @Test
  void listsTheRevisionsWhenANameFitsNone() {
    var way = WayBack.named(release("b", "b", made("a", 41, 0), made("b", 42, 1)), "v9");
    assertThat(way).isInstanceOf(WayBack.Nowhere.class);
    assertThat(Texts.of(way.why())).contains("v9").contains("r41 va").contains("r42 vb");
  }

  @Test
  void asksForANumberWhenAVersionFitsSeveral() {
    var twice =
        RevisionDraft.of(
            made("a", 43, 0),
            revision -> {
              revision.podHash = "c";
              revision.replicaSet = "rs-c";
            });
    var way = WayBack.named(release("b", "b", made("a", 41, 0), made("b", 42, 1), twice), "va");
    assertThat(way).isInstanceOf(WayBack.Nowhere.class);
    assertThat(Texts.of(way.why())).contains("r41").contains("r43");
  }

  private static String target(Release release) {
    return switch (WayBack.of(release)) {
      case WayBack.To(var hash, _) -> hash;
      case WayBack.Nowhere(var why) -> Texts.of(why);
    };
  }

  private static String why(Release release) {
    return Texts.of(WayBack.of(release).why()).replace("(v", "(");
  }

  private static Revision made(String hash, int number, int day) {
    var digest = "registry.example/shop:v" + hash + "@sha256:" + hash;
    return new Revision(
        number,
        hash,
        "checkout-" + hash,
        List.of(new Image("main", digest)),
        Releases.NOON.plus(Duration.ofDays(day)),
        0,
        0,
        0,
        PodHealth.NONE,
        Optional.empty());
  }

  private static Revision warm(Revision cold) {
    return RevisionDraft.of(cold, revision -> revision.pods(4));
  }

  private static Release release(String stable, String current, Revision... revisions) {
    return ReleaseDraft.of(
        Releases.canary().hashes(stable, current).build(),
        draft -> draft.revisions = Arrays.asList(revisions).reversed());
  }
}
