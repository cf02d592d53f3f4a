package dev.sluice.conduct;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.PodHealth;
import dev.sluice.release.Releases;
import dev.sluice.release.Traffic;
import dev.sluice.release.Waiting;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final PodHealth CRASHING =
      new PodHealth(
          1, 0, 3, Optional.empty(), Optional.of(new Waiting("b-1", "main", "CrashLoopBackOff")));

  @Test
  void aContainerThatCrashesIsOneAtOnceWhileUsersAreSentToIt() {
    assertThat(found(down(CRASHING), NOON))
        .contains("its pod is not ready (CrashLoopBackOff), and 10 % of the requests go to it");
  }

  @Test
  void podsThatAreMerelyNotReadyHaveTheTimeOfARestart() {
    var release = down(unready(NOON));
    assertThat(found(release, NOON.plusSeconds(59))).isEmpty();
    assertThat(found(release, NOON.plusSeconds(60)))
        .contains("its pod is not ready, and 10 % of the requests go to it");
    assertThat(Outage.due(release.build())).contains(NOON.plusSeconds(60));
  }

  @Test
  void anImageThatIsNotThereYetHasTheSameTime() {
    var pulling = new Waiting("b-1", "main", "ErrImagePull");
    var release =
        down(
            new PodHealth(
                1,
                0,
                0,
                Optional.empty(),
                Optional.of(pulling),
                Optional.empty(),
                Optional.of(NOON)));
    assertThat(found(release, NOON.plusSeconds(59))).isEmpty();
    assertThat(found(release, NOON.plusSeconds(60))).isPresent();
  }

  @Test
  void onePodThatIsReadyAnswers() {
    var release = Releases.canary().revision("b", 3, 1).pods("b", unready(NOON));
    assertThat(found(release, NOON.plusSeconds(600))).isEmpty();
  }

  @Test
  void beforeAnyUserIsSentToItNobodyIsHurt() {
    var release = down(CRASHING).traffic(new Traffic.Weighted(1, 0));
    assertThat(found(release, NOON.plusSeconds(600))).isEmpty();
  }

  @Test
  void whatStandsNoBetterInStableIsNotTheCanarysFault() {
    assertThat(found(down(CRASHING).revision("a", 4, 0), NOON)).isEmpty();
  }

  @Test
  void whatIsBeingTakenBackIsNotTakenBackAgain() {
    assertThat(found(down(CRASHING).aborted(), NOON)).isEmpty();
  }

  @Test
  void ofPodsThatCannotBeSeenNothingIsKnown() {
    assertThat(found(Releases.canary().revision("b", 1, 0), NOON.plus(Duration.ofDays(1))))
        .isEmpty();
  }

  private static Releases down(PodHealth pods) {
    return Releases.canary().revision("b", 1, 0).pods("b", pods);
  }

  private static PodHealth unready(Instant since) {
    return new PodHealth(
        1, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(since));
  }

  private static Optional<String> found(Releases release, Instant now) {
    return new Outage(release.build(), now)
        .found()
        .map(words -> Texts.of(words).replace('\u00a0', ' '));
  }
}
