package dev.sluice.act;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PursuerTest {

  private static final Words WHY = Words.of("test.why");
  private static final Failure LOST = new Failure.Unknown("prod", WHY);
  private static final Failure DEAD = new Failure.Unreachable("prod", WHY);
  private static final Release ARMED = at("100", 1);
  private static final Release MOVED = at("109", 2);
  private static final Release BACK =
      Releases.canary().resourceVersion("109").weighted(10, 0).build();

  private final Pursuer pursuer = new Pursuer(Ploy.TACTICS);
  private Instant now = NOON;
  private List<Order> orders = List.of();
  private Pursuit pursuit = begun(Errands.PROMOTE);

  @Test
  void aPromotionIsSentTakenOnAndSeen() {
    assertThat(sent()).containsExactly(Ploy.LIFT);
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    assertThat(key()).isEqualTo("act.accepted");
    take(pursuer.seen(pursuit, at("105", 1), now));
    assertThat(sent()).containsExactly(Ploy.ADVANCE);
    take(pursuer.replied(pursuit, Errands.ok("107"), now));
    take(pursuer.seen(pursuit, at("106", 1), now));
    assertThat(key()).isEqualTo("act.accepted");
    take(pursuer.seen(pursuit, MOVED, now));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
    assertThat(pursuit.attempts()).isEqualTo(2);
  }

  @Test
  void aTimeOutAfterTheWriteWasAppliedEndsInSuccess() {
    lift();
    take(pursuer.replied(pursuit, Result.failed(LOST), now));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Verifying.class);
    assertThat(orders).hasSize(1).first().isInstanceOf(Order.Read.class);
    take(pursuer.read(pursuit, MOVED, now));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
  }

  @Test
  void whatIsLeftWhenTheConsoleClosesIsOverAndSaysHowFarItCame() {
    assertThat(Texts.of(pursuer.leave(pursuit).pursuit().standing().words())).startsWith("Sent,");
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    take(pursuer.leave(pursuit));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Left.class);
    assertThat(key()).isEqualTo("act.left.accepted");
    assertThat(pursuer.leave(pursuit).pursuit()).isSameAs(pursuit);
  }

  @Test
  void aTimeOutOfAWriteThatWasNotAppliedIsNeverSentAgainAndEndsOverdue() {
    lift();
    take(pursuer.replied(pursuit, Result.failed(LOST), now));
    for (int i = 0; i < 130 && !pursuit.standing().over(); i++) {
      now = now.plusMillis(500);
      take(pursuer.read(pursuit, at("" + (200 + i), 1), now));
      assertThat(sent()).isEmpty();
      take(pursuer.tick(pursuit, now));
    }
    assertThat(pursuit.standing()).isInstanceOf(Standing.Overdue.class);
    assertThat(now).isBetween(NOON.plusSeconds(60), NOON.plusSeconds(61));
  }

  @Test
  void aTimeOutOfARollbackIsReadAndThenSentAgain() {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Result.failed(LOST), now));
    take(pursuer.seen(pursuit, at("120", 1), now));
    assertThat(orders).isEmpty();
    take(pursuer.read(pursuit, at("120", 1), now));
    assertThat(sent()).containsExactly(Ploy.ABORT);
  }

  static Stream<Failure> finals() {
    return Stream.of(
        new Failure.Forbidden("prod", "no"),
        new Failure.Unauthenticated("prod", WHY),
        new Failure.Untrusted("prod", WHY),
        new Failure.Absent("prod", "it"),
        new Failure.Refused("prod", 422, "invalid"),
        new Failure.BadInput("file", 0, 0, WHY));
  }

  @ParameterizedTest
  @MethodSource("finals")
  void theClustersOwnRefusalEndsEvenARollbackInItsWords(Failure refusal) {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Result.failed(refusal), now));
    assertThat(pursuit.standing()).isEqualTo(new Standing.Failed(refusal));
  }

  static Stream<Failure> passing() {
    return Stream.of(DEAD, new Failure.Refused("prod", 429, "slowly"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatPassesEndsAPromotionAndDelaysARollbackByASecond(Failure passing) {
    take(pursuer.replied(pursuit, Result.failed(passing), now));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Failed.class);
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Result.failed(passing), now));
    take(pursuer.seen(pursuit, at("101", 1), now));
    assertThat(orders).isEmpty();
    tickAfter(Duration.ofMillis(999));
    assertThat(orders).isEmpty();
    tickAfter(Duration.ofMillis(1));
    assertThat(orders).hasSize(1);
    take(pursuer.read(pursuit, at("101", 1), now));
    assertThat(sent()).containsExactly(Ploy.ABORT);
  }

  @Test
  void aRollbackThatAlwaysMeetsAnotherWorldKeepsOnButNotFasterThanOnceASecond() {
    begun(Errands.BACK);
    int most = 0;
    for (int i = 0; i < 6000; i++) {
      now = now.plusMillis(10);
      if (pursuit.course().inFlight()) {
        take(pursuer.replied(pursuit, Result.failed(new Failure.Moved("prod", "test")), now));
      } else {
        take(pursuer.read(pursuit, at("" + (1000 + i), 1), now));
        take(orders.isEmpty() ? pursuer.tick(pursuit, now) : new Turn(pursuit, orders));
      }
      most = pursuit.attempts();
    }
    assertThat(pursuit.standing().over()).isFalse();
    assertThat(most).isBetween(50, 66);
  }

  @Test
  void whatOthersKeepUndoingIsSentAgainLessAndLessOften() {
    begun(Errands.BACK);
    var pauses = new ArrayList<Long>();
    var last = now;
    for (int i = 0; i < 59_000; i++) {
      now = now.plusMillis(10);
      if (pursuit.course().inFlight()) {
        take(pursuer.replied(pursuit, Errands.ok("" + (2000 + 2 * i)), now));
        var worked = Releases.canary().resourceVersion("" + (2001 + 2 * i)).weighted(10, 0).build();
        take(pursuer.seen(pursuit, worked, now));
        pauses.add(Duration.between(last, now).toMillis());
        last = now;
      } else {
        take(pursuer.seen(pursuit, at("" + (2000 + 2 * i), 1), now));
      }
    }
    assertThat(pursuit.standing().over()).isFalse();
    assertThat(key()).isEqualTo("act.contested");
    assertThat(pauses.subList(0, 3)).allMatch(pause -> pause <= 20);
    assertThat(pauses.get(3)).isBetween(2_000L, 6_020L);
    assertThat(pauses.get(9)).isBetween(8_000L, 24_020L);
    assertThat(pauses.get(15)).isBetween(32_000L, 96_020L);
  }

  @Test
  void anAcceptedWriteThatHasNotWorkedYetIsNotSaidAgainAtOnceBySightsOfTheSameFacts() {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    for (int i = 0; i < 99; i++) {
      now = now.plusMillis(100);
      take(pursuer.seen(pursuit, at("" + (200 + i), 1), now));
      assertThat(orders).isEmpty();
    }
    now = now.plusMillis(100);
    take(pursuer.seen(pursuit, at("300", 1), now));
    assertThat(sent()).containsExactly(Ploy.ABORT);
  }

  @Test
  void aPromotionThatAlwaysMeetsAnotherWorldIsGivenUpAfterFiveWrites() {
    for (int i = 0; i < 20 && !pursuit.standing().over(); i++) {
      take(pursuer.replied(pursuit, Result.failed(new Failure.Moved("prod", "test")), now));
      take(pursuer.read(pursuit, at("" + (1000 + i), 1), now));
    }
    assertThat(pursuit.attempts()).isEqualTo(5);
    assertThat(key()).isEqualTo("act.attempts");
  }

  @Test
  void aRollbackIsDoneOnlyWhenItHeldForThreeSecondsAndWasReadAfterThat() {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    take(pursuer.seen(pursuit, BACK, now));
    assertThat(key()).isEqualTo("act.holding");
    tickAfter(Duration.ofSeconds(2));
    assertThat(orders).as("read a second after it was accepted").hasSize(1);
    take(pursuer.read(pursuit, BACK, now.plusSeconds(2)));
    assertThat(key()).as("that read was ordered too early").isEqualTo("act.holding");
    tickAfter(Duration.ofSeconds(2));
    take(pursuer.read(pursuit, BACK, now));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
    assertThat(pursuit.clocks().traffic()).contains(NOON);
  }

  @Test
  void aRollbackThatWasToldDoneLeavesAloneWhatIsStartedAfterIt() {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    take(pursuer.seen(pursuit, BACK, now));
    tickAfter(Duration.ofSeconds(4));
    take(pursuer.read(pursuit, BACK, now));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
    for (int i = 0; i < 20; i++) {
      tickAfter(Duration.ofSeconds(1));
      assertThat(orders).isEmpty();
      take(pursuer.seen(pursuit, at("" + (120 + i), 1), now));
      assertThat(orders).isEmpty();
    }
    assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
  }

  @Test
  void aRollbackThatIsUndoneWhileItIsHeldIsSentAgainAndHeldAnew() {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    take(pursuer.seen(pursuit, BACK, now));
    now = now.plusSeconds(2);
    take(pursuer.seen(pursuit, at("120", 1), now));
    assertThat(sent()).containsExactly(Ploy.ABORT);
    assertThat(pursuit.course().hold()).isEmpty();
  }

  @Test
  void aRollbackBrokenOffBetweenTwoSightsIsHeldAnew() {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    take(pursuer.seen(pursuit, BACK, now));
    tickAfter(Duration.ofSeconds(4));
    assertThat(orders).hasSize(1);
    take(pursuer.read(pursuit, onTheNextManifest(), now));
    assertThat(key()).isEqualTo("act.holding");
    tickAfter(Duration.ofSeconds(3));
    take(pursuer.read(pursuit, onTheNextManifest(), now));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
  }

  private static Release onTheNextManifest() {
    return Releases.canary().version("u1", "119", 4).weighted(10, 0).build();
  }

  @Test
  void twoWhoAreAtOddsFromOneMomentOnDoNotRestAlike() {
    var back = Errands.errand(1, Errands.BACK, ARMED, NOON);
    var forth = Errands.errand(1, new Action.RollBack("b"), ARMED, NOON);
    assertThat(back.lot()).isNotEqualTo(forth.lot());
  }

  @Test
  void aReadOrderedBeforeTheLastWriteIsNoFreshOne() {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    take(pursuer.seen(pursuit, BACK, now));
    tickAfter(Duration.ofSeconds(4));
    assertThat(orders).hasSize(1);
    take(pursuer.seen(pursuit, at("120", 1), now));
    take(pursuer.replied(pursuit, Errands.ok("121"), now));
    now = now.plusSeconds(4);
    take(pursuer.read(pursuit, BACK, now));
    assertThat(key()).isEqualTo("act.accepted");
  }

  @Test
  void aSightThatRefusesIsReadBeforeARollbackIsGivenUp() {
    var refusing = new Pursuer((_, _, _, _) -> new Move.Refuse(WHY));
    var turn = refusing.begin(Errands.errand(1, Errands.BACK, ARMED, NOON), ARMED, NOON);
    assertThat(turn.pursuit().standing().over()).isFalse();
    assertThat(turn.orders()).hasSize(1);
    var ended = refusing.read(turn.pursuit(), ARMED, NOON);
    assertThat(ended.pursuit().standing()).isEqualTo(new Standing.Failed(WHY));
  }

  @Test
  void aRollbackWithNothingToWriteReadsAtOnce() {
    pursuit = begunOn(Errands.BACK, BACK);
    assertThat(orders).hasSize(1).first().isInstanceOf(Order.Read.class);
    take(pursuer.read(pursuit, at("130", 1), now));
    assertThat(sent()).containsExactly(Ploy.ABORT);
  }

  @Test
  void failedReadsAreRepeatedOnceASecondAndRefusedOnesEveryFive() {
    assertThat(readsInTenSeconds(DEAD)).isBetween(8, 10);
    assertThat(readsInTenSeconds(new Failure.Unauthenticated("prod", WHY))).isBetween(1, 2);
  }

  @Test
  void aReleaseThatIsNotThereWhenItIsReadEndsThePursuit() {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    take(pursuer.gone(pursuit, now));
    assertThat(orders).hasSize(1);
    take(pursuer.readFailed(pursuit, new Failure.Absent("prod", "checkout"), now));
    assertThat(key()).isEqualTo("act.gone");
  }

  @Test
  void aWriteThatIsNeverAnsweredIsTakenForLost() {
    begun(Errands.BACK);
    tickAfter(Duration.ofSeconds(59));
    assertThat(orders).isEmpty();
    tickAfter(Duration.ofSeconds(2));
    assertThat(orders).hasSize(1).first().isInstanceOf(Order.Read.class);
    assertThat(key()).isEqualTo("act.unanswered");
  }

  @Test
  void anActionStuckInFlightEndsAtItsDeadlineAndAnAnswerAfterThatWakesNothing() {
    tickAfter(Duration.ofSeconds(61));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Overdue.class);
    assertThat(key()).isEqualTo("act.overdue.unknown");
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Overdue.class);
    assertThat(pursuit.clocks().accepted()).contains(now);
    take(pursuer.replied(pursuit, Result.failed(LOST), now));
    assertThat(orders).isEmpty();
  }

  @Test
  void anActionThatOnlyWaitedSaysThatNothingWasSent() {
    var waiting = new Pursuer((_, _, _, _) -> new Move.Wait(WHY));
    var turn = waiting.begin(Errands.errand(1, new Action.Pause(), ARMED, NOON), ARMED, NOON);
    var over = waiting.tick(turn.pursuit(), NOON.plusSeconds(31)).pursuit();
    assertThat(over.standing().words().key()).isEqualTo("act.overdue.unsent");
  }

  @Test
  void aSupersededActionSendsNothingMoreAndStaysOver() {
    take(pursuer.supersede(pursuit));
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    take(pursuer.seen(pursuit, at("105", 1), now));
    take(pursuer.gone(pursuit, now));
    tickAfter(Duration.ofSeconds(6));
    assertThat(orders).isEmpty();
    assertThat(key()).isEqualTo("act.superseded");
    assertThat(pursuer.supersede(pursuit).pursuit()).isSameAs(pursuit);
  }

  @Test
  void theTrafficOfASucceededPromotionIsStillClocked() {
    lift();
    take(pursuer.replied(pursuit, Errands.ok("107"), now));
    take(
        pursuer.seen(
            pursuit,
            Releases.canary().resourceVersion("108").step(2).weighted(50, 10).build(),
            now));
    assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
    assertThat(pursuit.clocks().traffic()).isEmpty();
    now = now.plusSeconds(7);
    take(
        pursuer.seen(
            pursuit,
            Releases.canary().resourceVersion("109").step(2).weighted(50, 50).build(),
            now));
    assertThat(pursuit.clocks().traffic()).contains(now);
  }

  private int readsInTenSeconds(Failure failure) {
    begun(Errands.BACK);
    take(pursuer.replied(pursuit, Result.failed(LOST), now));
    int reads = 0;
    for (int i = 0; i < 100; i++) {
      now = now.plusMillis(100);
      if (pursuit.course().reads().under().isPresent()) {
        take(pursuer.readFailed(pursuit, failure, now));
      }
      take(pursuer.seen(pursuit, at("" + (200 + i), 1), now));
      reads += orders.size();
      take(pursuer.gone(pursuit, now));
      reads += orders.size();
      take(pursuer.tick(pursuit, now));
      reads += orders.size();
    }
    return reads;
  }

  /// The first write is accepted and the second one sent.
  private void lift() {
    take(pursuer.replied(pursuit, Errands.ok("105"), now));
    take(pursuer.seen(pursuit, at("105", 1), now));
  }

  private Pursuit begun(Action action) {
    return begunOn(action, ARMED);
  }

  private Pursuit begunOn(Action action, Release release) {
    now = NOON;
    take(pursuer.begin(Errands.errand(1, action, release, now), release, now));
    return pursuit;
  }

  private void tickAfter(Duration span) {
    now = now.plus(span);
    take(pursuer.tick(pursuit, now));
  }

  private void take(Turn turn) {
    pursuit = turn.pursuit();
    orders = turn.orders();
  }

  private List<Write> sent() {
    return orders.stream()
        .filter(Order.Send.class::isInstance)
        .map(order -> ((Order.Send) order).write())
        .toList();
  }

  private String key() {
    return pursuit.standing().words().key();
  }

  private static Release at(String resourceVersion, int step) {
    return Releases.canary().resourceVersion(resourceVersion).step(step).build();
  }
}
