package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.Limits;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReducerTest {

  private static final Scope SHOP = new Scope("prod", Optional.of("shop"));
  private static final Release CART = Releases.named("cart");
  private static final Release SHOWN = Releases.canary().build();
  private static final Release ELSEWHERE =
      Releases.canary().ref(new ReleaseRef("prod", "bank", "pay")).build();
  private static final Failure TROUBLE = new Failure.Unreachable("prod", Words.of("test.why"));
  private static final Readings READINGS =
      new Readings(Releases.NOON, Releases.NOON, Map.of(), List.of());
  private static final Judgement JUDGEMENT =
      new Judgement(Optional.empty(), List.of(), Optional.empty(), Releases.NOON);

  private final Console console = Console.showing(Rule.TACTICS, SHOWN);

  @Test
  void aListRemovesWhatIsMissingInItsScopeOnly() {
    console.on(new Event.Seen(CART));
    console.on(new Event.Seen(ELSEWHERE));
    console.on(new Event.Opened(CART.ref()));
    console.on(new Event.Read(CART.ref(), READINGS));
    console.on(new Event.Listed(SHOP, List.of(SHOWN)));
    assertThat(console.state.releases()).containsOnlyKeys(SHOWN.ref(), ELSEWHERE.ref());
    assertThat(console.state.measured()).isEmpty();
    console.on(new Event.Listed(new Scope("other", Optional.empty()), List.of()));
    assertThat(console.state.releases()).hasSize(2);
  }

  @Test
  void whatNobodyMeasuresAnyMoreIsForgottenAndTakenInNoMore() {
    console.on(new Event.Read(SHOWN.ref(), READINGS));
    console.on(new Event.Judged(SHOWN.ref(), JUDGEMENT));
    assertThat(console.state.measured()).isNotEmpty();
    console.on(new Event.Closed());
    assertThat(console.state.measured()).isEmpty();
    console.on(new Event.Read(SHOWN.ref(), READINGS));
    console.on(new Event.Unread(SHOWN.ref(), TROUBLE));
    console.on(new Event.Judged(SHOWN.ref(), JUDGEMENT));
    console.on(new Event.Unjudged(SHOWN.ref(), TROUBLE));
    assertThat(console.state.measured()).isEmpty();
  }

  static Stream<Event> repeatable() {
    return Stream.of(
        new Event.Identified(
            new Identity("prod", "alice", Optional.empty(), Limits.DEFAULT, Duration.ZERO)),
        new Event.Troubled(TROUBLE),
        new Event.Listed(Console.PROD, List.of(SHOWN, CART)),
        new Event.Seen(SHOWN),
        new Event.Gone(CART.ref()),
        new Event.Linked(SHOP, new Link.Live(Releases.NOON)),
        new Event.Happened(SHOWN.ref(), List.of()),
        new Event.Happened(CART.ref(), List.of()),
        new Event.Permitted(Place.of(SHOWN.ref()), Permissions.ALL),
        new Event.Read(SHOWN.ref(), READINGS),
        new Event.Unread(SHOWN.ref(), TROUBLE),
        new Event.Judged(SHOWN.ref(), JUDGEMENT),
        new Event.Unjudged(SHOWN.ref(), TROUBLE),
        new Event.Disarm(),
        new Event.Reread(7, Result.ok(SHOWN)),
        new Event.Replied(7, Result.failed(TROUBLE)));
  }

  @ParameterizedTest
  @MethodSource("repeatable")
  void anEventThatSaysNothingNewGivesTheSameStateBack(Event event) {
    console.on(event);
    var before = console.state;
    console.now = console.now.plusMillis(5);
    console.on(event);
    assertThat(console.state).isSameAs(before);
  }

  @Test
  void aTickMovesTheClockOnAndNothingElse() {
    var before = console.state;
    console.after(Duration.ofSeconds(1));
    assertThat(console.state).isEqualTo(before.with(before.now().plusSeconds(1)));
  }

  @Test
  void measurementsThatFailLeaveTheOldOnes() {
    console.on(new Event.Read(SHOWN.ref(), READINGS));
    console.on(new Event.Unread(SHOWN.ref(), TROUBLE));
    var measured = console.state.measured(SHOWN.ref());
    assertThat(measured.readings()).contains(READINGS);
    assertThat(measured.failure()).contains(TROUBLE);
    console.on(new Event.Read(SHOWN.ref(), READINGS));
    assertThat(console.state.measured(SHOWN.ref()).failure()).isEmpty();
  }

  @Test
  void aJudgementStaysWhileThereIsNoNewerOneAndBesideMeasurements() {
    console.on(new Event.Judged(SHOWN.ref(), JUDGEMENT));
    console.on(new Event.Unjudged(SHOWN.ref(), TROUBLE));
    console.on(new Event.Read(SHOWN.ref(), READINGS));
    var measured = console.state.measured(SHOWN.ref());
    assertThat(measured.judgement()).contains(JUDGEMENT);
    assertThat(measured.unjudged()).contains(TROUBLE);
    console.on(new Event.Judged(SHOWN.ref(), JUDGEMENT));
    assertThat(console.state.measured(SHOWN.ref()).unjudged()).isEmpty();
  }

  @Test
  void openingFollowsTheReleaseAndClosingFollowsNone() {
    console.on(new Event.Opened(CART.ref()));
    assertThat(console.effects)
        .containsExactly(
            new Effect.Unfollow(SHOWN.ref()),
            new Effect.Follow(CART.ref()),
            new Effect.Adjourn(SHOWN.ref()),
            new Effect.Judge(CART.ref()),
            new Effect.AskPermissions(Place.of(CART.ref())));
    console.on(new Event.Closed());
    assertThat(console.effects)
        .endsWith(new Effect.Unfollow(CART.ref()), new Effect.Adjourn(CART.ref()));
    assertThat(console.state.focus()).isEmpty();
  }

  @Test
  void aLogIsFetchedForTheOpenReleaseAndForgottenWhenItIsClosed() {
    var crashed = new LogTail.Source("checkout-1", "app", true);
    console.on(new Event.Closed());
    console.on(new Event.ReadLog(crashed));
    assertThat(console.effects)
        .containsExactly(new Effect.Unfollow(SHOWN.ref()), new Effect.Adjourn(SHOWN.ref()));
    console.on(new Event.Opened(SHOWN.ref()));
    console.on(new Event.ReadLog(crashed));
    assertThat(console.effects).last().isEqualTo(new Effect.FetchLog(SHOWN.ref(), crashed));
    assertThat(log().lines()).isEmpty();
    console.on(new Event.LogRead(SHOWN.ref(), crashed, Result.ok(List.of("one", "two"))));
    assertThat(log().lines()).contains(Result.ok(List.of("one", "two")));
    console.on(new Event.LogClosed());
    assertThat(console.state.focus().orElseThrow().log()).isEmpty();
  }

  @Test
  void theAnswerForAnotherLogThanTheOneWantedIsDropped() {
    var now = new LogTail.Source("checkout-1", "app", false);
    console.on(new Event.Opened(SHOWN.ref()));
    console.on(new Event.ReadLog(now));
    console.on(
        new Event.LogRead(
            SHOWN.ref(), new LogTail.Source("checkout-1", "app", true), Result.ok(List.of("x"))));
    console.on(new Event.LogRead(CART.ref(), now, Result.ok(List.of("x"))));
    assertThat(log().lines()).isEmpty();
  }

  private LogTail log() {
    return console.state.focus().flatMap(Focus::log).orElseThrow();
  }

  @Test
  void theNamespacesOwnWatchCountsBeforeThatOfTheWholeCluster() {
    assertThat(console.state.link(SHOWN.ref())).isEqualTo(new Link.Live(Releases.NOON));
    console.on(new Event.Linked(SHOP, new Link.Connecting()));
    assertThat(console.state.link(SHOWN.ref())).isEqualTo(new Link.Connecting());
    assertThat(console.state.link(ELSEWHERE.ref())).isEqualTo(new Link.Live(Releases.NOON));
    assertThat(console.state.link(new ReleaseRef("other", "a", "b")))
        .isEqualTo(new Link.Connecting());
  }

  @Test
  void theServersClockIsOursAndTheDifference() {
    console.on(
        new Event.Identified(
            new Identity(
                "prod", "alice", Optional.empty(), Limits.DEFAULT, Duration.ofSeconds(-30))));
    assertThat(console.state.serverNow(SHOWN.ref())).isEqualTo(Releases.NOON.minusSeconds(30));
  }

  @Test
  void tenThousandReleasesAreListedAtOnce() {
    var many =
        Stream.iterate(0, i -> i + 1).limit(10_000).map(i -> Releases.named("r" + i)).toList();
    console.on(new Event.Listed(Console.PROD, many));
    assertThat(console.state.releases()).hasSize(10_000);
  }
}
