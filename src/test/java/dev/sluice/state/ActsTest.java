package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.guard.Clearance;
import dev.sluice.guard.Guard;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Without metrics every promotion here needs a reason, so what is promoted is a restart, a pause
/// or a resumption, unless the reason is what is tested.
class ActsTest {

  private static final Action RESUME = new Action.Resume();
  private static final Action PAUSE = new Action.Pause();
  private static final Action BACK = new Action.RollBack("a");
  private static final Release SHOWN = Releases.canary().build();
  private static final Release MOVED = Releases.canary().resourceVersion("110").step(2).build();

  private final Console console = Console.showing(Rule.TACTICS, SHOWN);

  @Test
  void aDoubleFireIsOnePursuit() {
    console.fire(RESUME, SHOWN);
    console.fire(RESUME, SHOWN);
    assertThat(console.state.pursuits()).hasSize(1);
    assertThat(console.orders()).containsExactly("1 FIRST");
  }

  @Test
  void aGestureOnOtherFactsIsRefusedWithTheFactThatChanged() {
    console.on(new Event.Seen(MOVED));
    console.fire(RESUME, SHOWN);
    assertThat(console.words(1)).isEqualTo("lock.changed");
    assertThat(console.pursuit(1).standing().words().args()).contains(Words.of("fact.STEP"));
    assertThat(console.orders()).isEmpty();
  }

  @Test
  void oneGestureSendsOneRollbackToEachOfAFleetAndARefusalHoldsOnlyItsOwn() {
    var us = Releases.canary().ref(new ReleaseRef("us", "shop", "checkout")).build();
    var gone = new ReleaseRef("asia", "shop", "checkout");
    console.on(new Event.Seen(us));
    console.on(
        new Event.FireTogether(
            List.of(back(gone, SHOWN), back(SHOWN.ref(), SHOWN), back(us.ref(), us))));
    assertThat(console.orders()).containsExactly("2 BACK", "3 BACK");
    assertThat(console.words(1)).isEqualTo("act.gone");
    console.on(new Event.Seen(Releases.canary().resourceVersion("110").weighted(0, 0).build()));
    assertThat(console.pursuit(3).standing().over()).isFalse();
  }

  @Test
  void theSameGestureTwiceSendsNothingTwice() {
    var us = Releases.canary().ref(new ReleaseRef("us", "shop", "checkout")).build();
    console.on(new Event.Seen(us));
    var together = new Event.FireTogether(List.of(back(SHOWN.ref(), SHOWN), back(us.ref(), us)));
    console.on(together);
    console.on(together);
    assertThat(console.orders()).containsExactly("1 BACK", "2 BACK");
  }

  private static Event.Fire back(ReleaseRef ref, Release shown) {
    return new Event.Fire(ref, BACK, Facts.of(shown), Optional.empty());
  }

  @Test
  void aRollbackIsNotRefusedForOtherFacts() {
    console.on(new Event.Seen(MOVED));
    console.fire(BACK, SHOWN);
    assertThat(console.orders()).containsExactly("1 BACK");
  }

  @Test
  void factsThatChangedAndChangedBackWhileArmedStillRefuse() {
    console.on(new Event.Arm(RESUME));
    console.on(new Event.Seen(MOVED));
    console.on(new Event.Seen(Releases.canary().resourceVersion("111").build()));
    console.fire(RESUME, SHOWN);
    assertThat(console.words(1)).isEqualTo("lock.changed");
  }

  @Test
  void aRollbackTakesThePlaceOfAPromotionWhoseNextWriteIsThenNeverSent() {
    console.fire(RESUME, SHOWN);
    console.reply(1, "105");
    console.fire(BACK, SHOWN);
    console.on(new Event.Seen(Releases.canary().resourceVersion("106").build()));
    console.after(Duration.ofSeconds(6));
    assertThat(console.orders()).containsExactly("1 FIRST", "2 BACK");
    assertThat(console.words(1)).isEqualTo("act.superseded");
    assertThat(console.pursuit(1).standing()).isInstanceOf(Standing.Failed.class);
  }

  @Test
  void aRollbackDoesNotWaitForAPromotionThatIsStuckInFlight() {
    console.fire(RESUME, SHOWN);
    console.fire(BACK, SHOWN);
    assertThat(console.orders()).containsExactly("1 FIRST", "2 BACK");
    console.reply(1, "105");
    console.on(new Event.Seen(Releases.canary().resourceVersion("106").build()));
    assertThat(console.orders()).isEmpty();
    assertThat(console.words(1)).isEqualTo("act.superseded");
    assertThat(console.pursuit(1).clocks().accepted()).isPresent();
    assertThat(console.pursuit(2).standing()).isInstanceOf(Standing.UnderWay.class);
  }

  @Test
  void whatIsRefusedTakesNobodysPlaceAndHidesNobody() {
    console.fire(BACK, SHOWN);
    console.fire(RESUME, SHOWN);
    console.fire(PAUSE, SHOWN);
    assertThat(console.words(2)).isEqualTo("lock.earlier");
    assertThat(console.words(3)).isEqualTo("lock.earlier");
    assertThat(console.pursuit(1).standing().over()).isFalse();
    assertThat(console.state.underWay(SHOWN.ref()).map(Pursuit::attempts)).contains(1);
  }

  @Test
  void aRollbackToAnotherTargetTakesThePlaceOfTheFirst() {
    console.fire(BACK, SHOWN);
    console.fire(new Action.RollBack("c"), SHOWN);
    assertThat(console.words(1)).isEqualTo("act.superseded");
    assertThat(console.orders()).containsExactly("1 BACK", "2 BACK");
  }

  @Test
  void actionsOnOtherReleasesStayAlone() {
    var other = Releases.named("cart");
    console.on(new Event.Seen(other));
    console.fire(RESUME, SHOWN);
    console.fire(BACK, other);
    assertThat(console.pursuit(1).standing().over()).isFalse();
    assertThat(console.pursuit(2).standing().over()).isFalse();
  }

  @Test
  void aGateYieldsToAReasonButNotToABlankOne() {
    var promote = new Action.Promote();
    console.on(fire(promote, Optional.empty()));
    console.on(fire(promote, Optional.of("  ")));
    assertThat(List.of(console.words(1), console.words(2))).containsOnly("lock.gate");
    console.on(fire(promote, Optional.of("metrics are down, checked by hand")));
    assertThat(console.orders()).containsExactly("3 FIRST");
  }

  @Test
  void aReasonDoesNotOpenAStaleScreen() {
    console.after(Duration.ofSeconds(11));
    console.on(fire(RESUME, Optional.of("hurry")));
    assertThat(console.words(1)).isEqualTo("lock.stale");
  }

  @Test
  void whatIsFiredAtAReleaseThatIsNotThereIsRefusedInWords() {
    var unknown = Releases.named("ghost");
    console.fire(BACK, unknown);
    assertThat(console.words(1)).isEqualTo("act.gone");
  }

  @Test
  void aReleaseThatVanishesIsReadAndItsPursuitEndsInWords() {
    console.fire(RESUME, SHOWN);
    console.reply(1, "105");
    console.orders();
    console.on(new Event.Gone(SHOWN.ref()));
    assertThat(console.orders()).containsExactly("1 read");
    assertThat(console.words(1)).isEqualTo("act.missing");
    console.on(new Event.Reread(1, Result.failed(new Failure.Absent("prod", "checkout"))));
    assertThat(console.words(1)).isEqualTo("act.gone");
  }

  @Test
  void aReleaseThatAListForgotGoesOnOnceItIsRead() {
    console.fire(BACK, SHOWN);
    console.reply(1, "105");
    console.orders();
    console.on(new Event.Listed(Console.PROD, List.of()));
    assertThat(console.orders()).containsExactly("1 read");
    console.on(new Event.Reread(1, Result.ok(Releases.canary().resourceVersion("107").build())));
    assertThat(console.pursuit(1).standing().over()).isFalse();
  }

  @Test
  void aSightFromBeforeTheWriteDecidesNothing() {
    console.fire(RESUME, SHOWN);
    console.reply(1, "105");
    console.on(new Event.Seen(SHOWN));
    assertThat(console.orders()).containsExactly("1 FIRST");
    console.on(new Event.Seen(Releases.canary().resourceVersion("105").build()));
    assertThat(console.orders()).containsExactly("1 SECOND");
  }

  @Test
  void theEndOfAPursuitThatSentSomethingIsNotedOnce() {
    console.fire(RESUME, SHOWN);
    console.reply(1, "105");
    console.on(new Event.Seen(MOVED));
    console.on(new Event.Seen(Releases.canary().resourceVersion("120").step(3).build()));
    assertThat(console.pursuit(1).standing()).isInstanceOf(Standing.Succeeded.class);
    assertThat(console.effects).filteredOn(Effect.Note.class::isInstance).hasSize(1);
  }

  @Test
  void manyPursuitsThatAreOverPushNoneUnderWayOut() {
    console.fire(BACK, SHOWN);
    for (int i = 0; i < 200; i++) {
      console.fire(RESUME, SHOWN);
    }
    assertThat(console.state.pursuits()).hasSize(51);
    assertThat(console.pursuit(1).standing().over()).isFalse();
    assertThat(console.pursuit(201).standing()).isInstanceOf(Standing.Failed.class);
  }

  @Test
  void theButtonSaysWhatTheGestureWillBeTold() {
    console.fire(BACK, SHOWN);
    var sight = new Sight(new Guard(Rule.TACTICS));
    Clearance shown = sight.clearance(console.state, SHOWN, RESUME);
    console.fire(RESUME, SHOWN);
    assertThat(console.pursuit(2).standing().words()).isEqualTo(shown.locks().getFirst().words());
  }

  private static Event fire(Action action, Optional<String> reason) {
    return new Event.Fire(SHOWN.ref(), action, Facts.of(SHOWN), reason);
  }
}
