package dev.sluice.races;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Standing;
import dev.sluice.cluster.argo.ArgoWrite;
import dev.sluice.races.Moment.Hand;
import dev.sluice.release.Action;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each promise on a made-up story in which it is kept, and on one in which it is broken.
class PromisesTest {
  private static final Hand ALICE = new Hand("alice", 1);
  private static final Hand BOB = new Hand("bob", 1);
  private static final Words DONE = Words.of("act.holding");

  private final List<Moment> story = new ArrayList<>();
  private Position now = at(1).pausing();
  private int second;

  private Instant tick() {
    second++;
    return Instant.EPOCH.plusSeconds(second);
  }

  /// A position of the update from `a` to `b` with nothing special.
  private record Spot(int step, boolean paused, boolean lifted, boolean aborted) {
    Position pausing() {
      return new Spot(step, true, false, aborted).position(step);
    }

    Position running() {
      return new Spot(step, false, false, aborted).position(10 + step);
    }

    Position unpausing() {
      return new Spot(step, false, true, aborted).position(20 + step);
    }

    Position backOnStable() {
      return new Spot(0, false, false, true).position(30 + step);
    }

    private Position position(int version) {
      return new Position(
          "u", 2, "" + version, "a", "b", step, paused, lifted, false, aborted, false);
    }
  }

  private static Spot at(int step) {
    return new Spot(step, false, false, false);
  }

  private void begins(Hand hand, Action action, int step) {
    var facts = new Facts("u", 2, "1", Optional.of("a"), Optional.of("b"), OptionalInt.of(step));
    story.add(new Moment.Began(tick(), hand, action, facts));
  }

  private void writes(Hand hand, ArgoWrite write, Position after) {
    story.add(new Moment.Wrote(tick(), hand, write, now, after));
    now = after;
  }

  private void passes(Position after) {
    story.add(new Moment.Passed(tick(), now, after));
    now = after;
  }

  private void ends(Hand hand, Standing standing) {
    story.add(new Moment.Ended(tick(), hand, standing));
  }

  private List<String> broken() {
    return new Promises(Set.of(1, 3)).broken(story);
  }

  @Test
  void aPromotionFromPauseToPauseIsAsPromised() {
    begins(ALICE, new Action.Promote(), 1);
    writes(ALICE, new ArgoWrite.Unpause(), at(1).unpausing());
    passes(at(3).pausing());
    begins(BOB, new Action.Promote(), 3);
    writes(BOB, new ArgoWrite.Unpause(), at(3).unpausing());
    passes(at(4).running());

    assertThat(broken()).isEmpty();
  }

  @Test
  void oneGestureThatPromotesTwiceIsADoublePromotion() {
    begins(ALICE, new Action.Promote(), 1);
    writes(ALICE, new ArgoWrite.Unpause(), at(1).unpausing());
    passes(at(3).pausing());
    writes(ALICE, new ArgoWrite.Unpause(), at(3).unpausing());

    assertThat(broken()).anyMatch(told -> told.startsWith("double promotion: alice#1"));
  }

  @Test
  void twoConsolesThatPromoteOneStandOfOneStepAreADoublePromotion() {
    begins(ALICE, new Action.Promote(), 1);
    begins(BOB, new Action.Promote(), 1);
    writes(ALICE, new ArgoWrite.Unpause(), at(1).unpausing());
    writes(BOB, new ArgoWrite.Unpause(), new Spot(1, false, true, false).position(29));

    assertThat(broken()).anyMatch(told -> told.startsWith("double promotion: bob#1 after alice#1"));
  }

  @Test
  void aPromotionOfAnotherStepThanItsButtonShowedIsNotAsArmed() {
    begins(ALICE, new Action.Promote(), 0);
    writes(ALICE, new ArgoWrite.Unpause(), at(1).unpausing());

    assertThat(broken()).singleElement().asString().startsWith("not as armed: alice#1");
  }

  @Test
  void aStepLeftWhileItsPauseIsBeingTakenAwayIsASkippedOne() {
    begins(ALICE, new Action.Promote(), 1);
    passes(at(1).unpausing());
    writes(ALICE, new ArgoWrite.AdvanceStep(2), at(2).running());

    assertThat(broken()).anyMatch(told -> told.startsWith("skipped step: alice#1"));
  }

  @Test
  void aPauseThatNobodyTookAwayIsASkippedStep() {
    passes(at(2).running());

    assertThat(broken()).singleElement().asString().startsWith("skipped step: from");
  }

  @Test
  void aRollbackThatHeldAndStaysIsNotLost() {
    begins(ALICE, new Action.RollBack("a"), 1);
    writes(ALICE, new ArgoWrite.Abort(), at(1).backOnStable());
    second += 5;
    ends(ALICE, new Standing.Succeeded(DONE));

    assertThat(broken()).isEmpty();
  }

  @Test
  void aRollbackWithoutAnEndIsLost() {
    begins(ALICE, new Action.RollBack("a"), 1);

    assertThat(broken()).singleElement().asString().contains("never ended");
  }

  @Test
  void aRollbackThatFailsIsLostUnlessTheSamePersonReplacedIt() {
    begins(ALICE, new Action.RollBack("a"), 1);
    ends(ALICE, new Standing.Failed(Words.of("act.superseded")));
    assertThat(broken()).isEmpty();
    begins(BOB, new Action.RollBack("a"), 1);
    ends(BOB, new Standing.Overdue(Words.of("act.overdue.unknown")));

    assertThat(broken()).singleElement().asString().startsWith("lost rollback: bob#1 to a ended");
  }

  @Test
  void aRollbackThatIsToldDoneAndNeverHeldIsLost() {
    begins(ALICE, new Action.RollBack("a"), 1);
    ends(ALICE, new Standing.Succeeded(DONE));

    assertThat(broken()).singleElement().asString().contains("never held");
  }

  @Test
  void aRollbackThatGoesAwayByItselfIsLost() {
    begins(ALICE, new Action.RollBack("a"), 1);
    writes(ALICE, new ArgoWrite.Abort(), at(1).backOnStable());
    second += 5;
    ends(ALICE, new Standing.Succeeded(DONE));
    passes(at(0).running());

    assertThat(broken()).singleElement().asString().contains("did not stay");
  }
}
