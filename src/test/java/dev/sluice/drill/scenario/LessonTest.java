package dev.sluice.drill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cluster.argo.ArgoWrite;
import dev.sluice.drill.debrief.Course;
import dev.sluice.drill.debrief.Deed;
import dev.sluice.drill.world.Resource;
import dev.sluice.release.Owner;
import dev.sluice.release.Phase;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every lesson, played to its good ending and to a bad one.
class LessonTest {

  @ParameterizedTest
  @EnumSource(
      value = Lesson.class,
      names = {"BLUE_GREEN", "BAD_POD"},
      mode = EnumSource.Mode.EXCLUDE)
  void aCanaryWaitsAtItsFirstStepWhenTheDrillIsFirstSeen(Lesson lesson) {
    try (var player = new Player(lesson)) {
      assertThat(player.release().progress().phase()).isEqualTo(Phase.PAUSED);
      assertThat(player.release().progress().step().orElseThrow()).isEqualTo(1);
      assertThat(player.over()).isFalse();
    }
  }

  @Test
  void aHealthyCanaryCanBePromotedToItsEnd() {
    try (var player = new Player(Lesson.HEALTHY)) {
      for (int step = 0; step < 3; step++) {
        player.promote();
      }
      var course = player.course();
      assertThat(course.end()).isEqualTo(Course.End.PROMOTED);
      assertThat(course.hurts()).isEmpty();
      assertThat(course.deeds())
          .extracting(Deed::kind)
          .containsExactly(Deed.Kind.PROMOTE, Deed.Kind.PROMOTE, Deed.Kind.PROMOTE);
      assertThat(player.debrief().good()).isTrue();
    }
  }

  @Test
  void aHealthyCanaryThatIsAbortedWasSafeAndNotTheAim() {
    try (var player = new Player(Lesson.HEALTHY)) {
      player.act(new ArgoWrite.Abort());
      assertThat(player.course().end()).isEqualTo(Course.End.BACK);
      assertThat(player.debrief().good()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Lesson.class,
      names = {"LEAK", "CLIFF", "BAD_POD", "GITOPS"})
  void aBadCanaryHurtsUntilItIsAborted(Lesson lesson) {
    try (var player = new Player(lesson)) {
      player.seconds(120);
      assertThat(player.over()).isFalse();
      player.seconds(120);
      player.act(new ArgoWrite.Abort());
      var course = player.course();
      assertThat(course.hurts()).isPresent();
      assertThat(course.safe()).isPresent();
      assertThat(course.bad()).isPositive();
      assertThat(course.end()).isEqualTo(Course.End.BACK);
      assertThat(player.debrief().good()).isTrue();
      assertThat(player.debrief().best()).isPresent();
    }
  }

  @Test
  void whoeverDoesNothingLeavesUsersHurt() {
    try (var player = new Player(Lesson.LEAK)) {
      var course = player.course();
      assertThat(course.end()).isEqualTo(Course.End.OPEN);
      assertThat(Duration.between(course.opened(), course.closed()))
          .isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));
      assertThat(player.debrief().good()).isFalse();
      assertThat(player.debrief().verdict().key()).isEqualTo("debrief.verdict.hurt");
    }
  }

  @Test
  void whoeverActsWhenTimeIsUpIsToldThatItWasTooLate() {
    try (var player = new Player(Lesson.LEAK)) {
      var course = player.course();
      player.act(new ArgoWrite.Abort());
      assertThat(player.course().deeds()).hasSize(1);
      assertThat(player.course().end()).isEqualTo(course.end());
      assertThat(player.debrief().lines())
          .extracting(line -> Texts.of(line.words()))
          .endsWith("Time is up", "Too late: Rolled back by aborting the update");
    }
  }

  @Test
  void aBlueGreenFailsAfterItsSwitchAndIsSwitchedBack() {
    try (var player = new Player(Lesson.BLUE_GREEN)) {
      assertThat(player.release().progress().phase()).isEqualTo(Phase.PAUSED);
      var blue = player.release().stableHash().orElseThrow();
      player.seconds(60);
      player.act(new ArgoWrite.Unpause());
      player.seconds(90);
      player.act(new ArgoWrite.Undo(blue));
      var course = player.course();
      assertThat(course.hurts()).isPresent();
      assertThat(course.end()).isEqualTo(Course.End.BACK);
      assertThat(player.debrief().good()).isTrue();
    }
  }

  /// Its requests fail from a minute on.
  @Test
  void usersAreHurtFromTheirFirstBadRequestsAndNotFromWhenTheseWereCounted() {
    try (var player = new Player(Lesson.GITOPS)) {
      player.seconds(120);
      player.act(new ArgoWrite.Abort());
      var course = player.course();
      assertThat(Duration.between(course.opened(), course.hurts().orElseThrow()).toSeconds())
          .isBetween(60L, 75L);
    }
  }

  @Test
  void goingOnWhileNothingIsMeasuredIsNoGoodEnding() {
    try (var player = new Player(Lesson.OUTAGE)) {
      player.seconds(60);
      for (int step = 0; step < 3; step++) {
        player.promote();
      }
      assertThat(player.course().end()).isEqualTo(Course.End.PROMOTED);
      assertThat(player.debrief().good()).isFalse();
      assertThat(player.debrief().verdict().key()).isEqualTo("debrief.verdict.blind");
    }
  }

  @Test
  void waitingUntilSomethingIsMeasuredAgainIs() {
    try (var player = new Player(Lesson.OUTAGE)) {
      player.seconds(400);
      for (int step = 0; step < 3; step++) {
        player.promote();
      }
      assertThat(player.debrief().good()).isTrue();
    }
  }

  @Test
  void aControllerThatSleepsTakesNothingInUntilItWakes() {
    try (var player = new Player(Lesson.ASLEEP)) {
      player.seconds(40);
      player.act(new ArgoWrite.Abort());
      player.seconds(120);
      assertThat(player.over()).isFalse();
      assertThat(weight(player)).isEqualTo(10);
      player.seconds(180);
      assertThat(weight(player)).isZero();
      assertThat(player.debrief().good()).isTrue();
      assertThat(player.course().deeds()).hasSize(1);
    }
  }

  private static int weight(Player player) {
    return player
        .practice()
        .drill()
        .world()
        .get(Resource.INGRESSES, "shop", "checkout-checkout-canary")
        .orElseThrow()
        .at("/metadata/annotations")
        .path("nginx.ingress.kubernetes.io/canary-weight")
        .asInt();
  }

  @Test
  void anApiServerThatFlapsRefusesNowAndThen() {
    try (var player = new Player(Lesson.FLAPPING)) {
      player.seconds(50);
      assertThat(player.practice().drill().faults().trouble().toString()).contains("Refused");
      player.seconds(30);
      player.act(new ArgoWrite.Abort());
      assertThat(player.debrief().verdict().key()).isEqualTo("debrief.verdict.back");
    }
  }

  @Test
  void gitOpsPutsBackWhatARollbackTakesAwayButNotAnAbort() {
    try (var player = new Player(Lesson.GITOPS)) {
      assertThat(player.release().owner()).isInstanceOf(Owner.ArgoCd.class);
      player.seconds(120);
      player.undo();
      player.seconds(60);
      assertThat(player.over()).isFalse();
      assertThat(weight(player)).isPositive();
      player.act(new ArgoWrite.Abort());
      var course = player.course();
      assertThat(course.end()).isEqualTo(Course.End.BACK);
      assertThat(course.notes())
          .extracting(note -> note.words().key())
          .contains("drill.note.healed");
    }
  }

  @Test
  void theSameSeedAndTheSameDeedsMakeTheSameDebrief() {
    try (var one = new Player(Lesson.LEAK);
        var other = new Player(Lesson.LEAK)) {
      for (var player : List.of(one, other)) {
        player.seconds(200);
        player.act(new ArgoWrite.Abort());
      }
      assertThat(one.debrief()).isEqualTo(other.debrief());
    }
  }

  @Test
  void theBoardHasOthersThatWaitAndOthersThatDoNot() {
    try (var player = new Player(Lesson.HEALTHY)) {
      var all = player.practice().drill().world().list(Resource.ROLLOUTS);
      assertThat(all).hasSize(10);
      assertThat(all)
          .filteredOn(LessonTest::waitsForAPerson)
          .extracting(rollout -> rollout.at("/metadata/name").asText())
          .containsExactlyInAnyOrder("checkout", "search", "invoices");
      assertThat(all)
          .extracting(rollout -> rollout.at("/status/phase").asText())
          .contains("Healthy");
    }
  }

  /// Paused, and not for a time.
  private static boolean waitsForAPerson(JsonNode rollout) {
    int step = rollout.at("/status/currentStepIndex").asInt();
    var pause = rollout.at("/spec/strategy/canary/steps/" + step + "/pause");
    return rollout.at("/status/phase").asText().equals("Paused") && !pause.has("duration");
  }

  @ParameterizedTest
  @EnumSource(Lesson.class)
  void eachHasItsWordsAndItsKey(Lesson lesson) {
    assertThat(Lesson.of(lesson.key())).contains(lesson);
    for (var words : List.of(lesson.title(), lesson.briefing(), lesson.look(), lesson.ending())) {
      assertThat(Texts.of(words)).isNotBlank();
    }
  }

  @Test
  void afterTheLastComesTheFirst() {
    assertThat(Lesson.GITOPS.next()).isEqualTo(Lesson.HEALTHY);
    assertThat(Lesson.of("nothing")).isEmpty();
  }
}
