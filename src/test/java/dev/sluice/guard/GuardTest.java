package dev.sluice.guard;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Move;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Pursuits;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.release.Action;
import dev.sluice.release.Analysis;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuardTest {

  private static final Words WHY = Words.of("test.why");
  private static final Action PROMOTE = new Action.Promote();
  private static final Action BACK = new Action.RollBack("a");
  private static final Link LIVE = new Link.Live(NOON);
  private static final Failure SILENCE = new Failure.Unreachable("prod", WHY);
  private static final List<Action> ALL =
      List.of(
          PROMOTE,
          new Action.PromoteFully(),
          new Action.Pause(),
          new Action.Resume(),
          new Action.Abort(),
          BACK,
          new Action.Retry(),
          new Action.Restart());

  private final Release release = Releases.canary().build();

  @Test
  void nothingIsAgainstAnythingWhenAllIsWellButSkippingChecksNeedsAReason() {
    for (Action action : ALL) {
      var clearance = check(action, seen(LIVE));
      assertThat(clearance.grantedWithReason()).as("%s", action).isTrue();
      assertThat(clearance.granted())
          .as("%s", action)
          .isEqualTo(!(action instanceof Action.PromoteFully));
    }
  }

  static Stream<Arguments> oldLinks() {
    return Stream.of(
        Arguments.of(new Link.Connecting(), Duration.ZERO),
        Arguments.of(new Link.Live(NOON.minusMillis(10_001)), Duration.ofMillis(10_001)),
        Arguments.of(new Link.Stale(NOON.minusSeconds(3), SILENCE), Duration.ofSeconds(3)),
        Arguments.of(new Link.Stale(NOON.plusSeconds(3), SILENCE), Duration.ZERO));
  }

  @ParameterizedTest
  @MethodSource("oldLinks")
  void oldDataLocksWhatAdvancesAndNothingElse(Link link, Duration age) {
    for (Action action : ALL) {
      var locks = check(action, seen(link)).locks();
      if (action.advances()) {
        assertThat(locks).as("%s", action).contains(new Lock.OldData(age));
      } else {
        assertThat(locks).as("%s", action).isEmpty();
      }
    }
  }

  @Test
  void dataOfTenSecondsIsStillFreshAndTheWatchBeingDownIsNot() {
    assertThat(check(PROMOTE, seen(new Link.Live(NOON.minusSeconds(10)))).granted()).isTrue();
    var down = check(PROMOTE, seen(new Link.Down(SILENCE)));
    assertThat(down.locks()).containsExactly(new Lock.Impossible(SILENCE.words()));
    assertThat(check(BACK, seen(new Link.Down(SILENCE))).granted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL, true",
    "UNDECIDED, true",
    "NOT_YET, false",
    "PASS, false",
  })
  void aGateThatHoldsYieldsOnlyToAReasonAndOnlyPromotionsAsk(
      Finding.Verdict verdict, boolean holds) {
    var finding = finding(verdict);
    for (Action action : ALL) {
      var clearance = check(action, seen(LIVE, finding));
      boolean promotes = action instanceof Action.Promote || action instanceof Action.PromoteFully;
      assertThat(clearance.locks().contains(new Lock.GateHolds(finding)))
          .as("%s", action)
          .isEqualTo(holds && promotes);
      assertThat(clearance.grantedWithReason()).as("%s", action).isTrue();
    }
  }

  @Test
  void whileAnActionIsUnderWayWhatAdvancesWaits() {
    var seen = after(Pursuits.underWay(PROMOTE), release, LIVE);
    for (Action action : ALL) {
      assertThat(check(action, seen).locks().stream().anyMatch(Lock.Earlier.class::isInstance))
          .as("%s", action)
          .isEqualTo(action.advances());
    }
  }

  @Test
  void whileARollbackIsUnderWayOnlyAnotherRollbackComesInBetween() {
    var seen = after(Pursuits.underWay(BACK), release, LIVE);
    for (Action action : ALL) {
      assertThat(check(action, seen).locks().stream().anyMatch(Lock.Earlier.class::isInstance))
          .as("%s", action)
          .isEqualTo(!(action instanceof Action.RollBack));
    }
  }

  @Test
  void anEarlierActionThatIsOverIsInNobodysWay() {
    var seen = after(Pursuits.failed(BACK, release), release, LIVE);
    assertThat(check(PROMOTE, seen).granted()).isTrue();
    assertThat(check(new Action.Pause(), seen).granted()).isTrue();
  }

  @Test
  void noWriteGoesThroughAConnectionThatIsReadOnly() {
    var seen =
        new Circumstances(
            release, LIVE, Permissions.ALL, Optional.of(WHY), Optional.empty(), List.of(), NOON);
    for (Action action : ALL) {
      var clearance = check(action, seen);
      assertThat(clearance.locks()).first().isEqualTo(new Lock.ReadOnly(WHY));
      assertThat(clearance.grantedWithReason()).isFalse();
    }
  }

  @Test
  void whatIsBeingTakenBackIsNotStartedAgainBeforeAllUsersAreBack() {
    var under = Releases.canary().weighted(0, 4).aborted().build();
    var back = Releases.canary().weighted(0, 0).aborted().build();
    var lock = new Lock.Impossible(Words.of("lock.returning"));
    assertThat(check(new Action.Retry(), permitted(Permissions.ALL, under)).locks())
        .containsExactly(lock);
    assertThat(check(BACK, permitted(Permissions.ALL, under)).granted()).isTrue();
    assertThat(check(new Action.Retry(), permitted(Permissions.ALL, back)).granted()).isTrue();
  }

  @Test
  void whatTheEngineIsAboutToTakeBackIsPromotedForAReasonOnly() {
    var run = new Analysis("r", Analysis.Kind.ANALYSIS_RUN, "b", "Failed", "too many", List.of());
    var failed = Releases.canary().analyses(run).build();
    var clearance = check(PROMOTE, permitted(Permissions.ALL, failed));
    assertThat(clearance.locks()).singleElement().isInstanceOf(Lock.AnalysisFailed.class);
    assertThat(clearance.grantedWithReason()).isTrue();
    assertThat(check(BACK, permitted(Permissions.ALL, failed)).granted()).isTrue();
  }

  @Test
  void aLockSaysWhatWouldTakeItAway() {
    assertThat(check(PROMOTE, seen(new Link.Connecting())).locks().getFirst().change())
        .contains(Words.of("lock.change.old"));
    var gate = finding(Finding.Verdict.FAIL);
    assertThat(new Lock.GateHolds(gate).change()).isEqualTo(gate.change());
  }

  static Stream<Arguments> kinds() {
    var canary = Releases.canary();
    var done = Releases.canary().hashes("b", "b").build();
    return Stream.of(
        Arguments.of(PROMOTE, canary.build(), Permissions.Kind.STATUS),
        Arguments.of(new Action.PromoteFully(), canary.build(), Permissions.Kind.STATUS),
        Arguments.of(new Action.Abort(), canary.build(), Permissions.Kind.STATUS),
        Arguments.of(new Action.Retry(), canary.build(), Permissions.Kind.STATUS),
        Arguments.of(new Action.Pause(), canary.build(), Permissions.Kind.MANIFEST),
        Arguments.of(new Action.Resume(), canary.build(), Permissions.Kind.MANIFEST),
        Arguments.of(new Action.Restart(), canary.build(), Permissions.Kind.MANIFEST),
        Arguments.of(BACK, done, Permissions.Kind.MANIFEST),
        Arguments.of(BACK, Releases.canary().promoteFull().build(), Permissions.Kind.MANIFEST),
        Arguments.of(
            BACK, Releases.canary().hashes("b", "b").workload().build(), Permissions.Kind.WORKLOAD),
        Arguments.of(new Action.RollBack("c"), canary.build(), Permissions.Kind.MANIFEST));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aDenialOfTheFirstWriteLocksWithTheApiServersSentence(
      Action action, Release shown, Permissions.Kind kind) {
    var denial = "User \"alice\" cannot patch";
    var permissions = new Permissions(Map.of(kind, denial));
    var clearance = check(action, permitted(permissions, shown));
    assertThat(clearance.locks()).first().isEqualTo(new Lock.Denied(kind, denial));
    assertThat(clearance.grantedWithReason()).isFalse();
    assertThat(new Lock.Denied(kind, denial).words().args()).contains(denial);
    var others = new Permissions(Map.of(other(kind), denial));
    assertThat(check(action, permitted(others, shown)).grantedWithReason()).isTrue();
  }

  @Test
  void anUpdateIsLeftByWhicheverWriteIsAllowed() {
    var status = Map.of(Permissions.Kind.STATUS, "no");
    var manifest = Map.of(Permissions.Kind.MANIFEST, "no");
    var both = Map.of(Permissions.Kind.STATUS, "no", Permissions.Kind.MANIFEST, "no");
    assertThat(check(BACK, permitted(new Permissions(status), release)).granted()).isTrue();
    assertThat(check(BACK, permitted(new Permissions(manifest), release)).granted()).isTrue();
    assertThat(check(BACK, permitted(new Permissions(both), release)).locks())
        .containsExactly(new Lock.Denied(Permissions.Kind.STATUS, "no"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Permissions.Kind.class,
      names = {"MANIFEST", "STATUS"})
  void aPromotionThroughAPersonsPauseNeedsBothWrites(Permissions.Kind kind) {
    var paused = Releases.canary().paused().build();
    var permissions = new Permissions(Map.of(kind, "no"));
    for (var action : List.of(PROMOTE, new Action.PromoteFully())) {
      assertThat(check(action, permitted(permissions, paused)).locks())
          .first()
          .isEqualTo(new Lock.Denied(kind, "no"));
    }
  }

  @Test
  void nowhereToGoLocksARollback() {
    var clearance = new Guard(always(new Move.Refuse(WHY))).check(BACK, seen(LIVE));
    assertThat(clearance.locks()).containsExactly(new Lock.Impossible(WHY));
  }

  @Test
  void beingThereAlreadyLocksARollbackOnlyWhileThatIsCertain() {
    var guard = new Guard(always(new Move.Done(WHY)));
    assertThat(guard.check(BACK, seen(LIVE)).locks()).containsExactly(new Lock.Impossible(WHY));
    assertThat(guard.check(BACK, seen(new Link.Live(NOON.minusSeconds(11)))).granted()).isTrue();
    assertThat(guard.check(BACK, seen(new Link.Down(SILENCE))).granted()).isTrue();
    var inFlight = after(Pursuits.underWay(new Action.Retry()), release, LIVE);
    assertThat(guard.check(BACK, inFlight).granted()).isTrue();
    assertThat(guard.check(PROMOTE, seen(LIVE)).granted()).isFalse();
  }

  @Test
  void everyReasonIsGivenAndTheFinalOnesFirst() {
    var seen =
        new Circumstances(
            release,
            new Link.Connecting(),
            new Permissions(Map.of(Permissions.Kind.STATUS, "no")),
            Optional.of(WHY),
            Optional.of(Pursuits.underWay(PROMOTE)),
            List.of(finding(Finding.Verdict.FAIL)),
            NOON);
    assertThat(check(new Action.PromoteFully(), seen).locks())
        .extracting(lock -> lock.getClass().getSimpleName())
        .containsExactly("ReadOnly", "Denied", "OldData", "Earlier", "GateHolds", "SkipsChecks");
  }

  private static Clearance check(Action action, Circumstances seen) {
    return new Guard(always(new Move.Send(Go.INSTANCE))).check(action, seen);
  }

  private enum Go implements Write {
    INSTANCE;

    @Override
    public String verb() {
      return "go";
    }
  }

  private static Tactics always(Move move) {
    return (_, _, _, _) -> move;
  }

  private Circumstances seen(Link link, Finding... findings) {
    return new Circumstances(
        release,
        link,
        Permissions.ALL,
        Optional.empty(),
        Optional.empty(),
        List.of(findings),
        NOON);
  }

  private static Circumstances after(Pursuit earlier, Release shown, Link link) {
    return new Circumstances(
        shown, link, Permissions.ALL, Optional.empty(), Optional.of(earlier), List.of(), NOON);
  }

  private static Circumstances permitted(Permissions permissions, Release shown) {
    return new Circumstances(
        shown, LIVE, permissions, Optional.empty(), Optional.empty(), List.of(), NOON);
  }

  private static Permissions.Kind other(Permissions.Kind kind) {
    return Arrays.stream(Permissions.Kind.values())
        .filter(k -> k != kind)
        .findFirst()
        .orElseThrow();
  }

  private static Finding finding(Finding.Verdict verdict) {
    return new Finding(Gate.ERROR_RATE, verdict, WHY, WHY, Optional.empty(), Optional.empty());
  }
}
