package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Traffic;
import dev.sluice.ui.stage.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which releases are judged although nobody opened them.
class RoundsTest {
  private final Console console = new Console(Rule.TACTICS);

  @Test
  void whatUsersAreOnIsJudgedAndWhatRestsIsNot() {
    list(exposed("checkout", 10), resting("cart"), exposed("search", 0));
    console.on(new Event.MakeRounds());
    assertThat(console.effects).containsExactly(new Effect.Judge(Console.ref("checkout")));
  }

  @Test
  void aCommandJudgesNothingThatItDoesNotFollow() {
    list(exposed("checkout", 10));
    assertThat(console.effects).noneMatch(Effect.Judge.class::isInstance);
  }

  @Test
  void whoGetsTheirFirstUsersIsJudgedFromThenOnAndUntilTheLastIsBack() {
    console.on(new Event.MakeRounds());
    list(exposed("checkout", 0), resting("cart"));
    console.on(new Event.Seen(exposed("checkout", 1)));
    assertThat(attention()).containsExactly(new Effect.Judge(Console.ref("checkout")));
    console.on(new Event.Seen(exposed("checkout", 0)));
    assertThat(attention()).last().isEqualTo(new Effect.Adjourn(Console.ref("checkout")));
  }

  @Test
  void whatIsGoneIsNotJudgedAnyMore() {
    console.on(new Event.MakeRounds());
    list(exposed("checkout", 10));
    console.on(new Event.Gone(Console.ref("checkout")));
    assertThat(attention()).last().isEqualTo(new Effect.Adjourn(Console.ref("checkout")));
  }

  @Test
  void openingAndClosingWhatIsJudgedLeavesTheJudgeAlone() {
    console.on(new Event.MakeRounds());
    list(exposed("checkout", 10));
    console.effects.clear();
    console.on(new Event.Opened(Console.ref("checkout")));
    console.on(new Event.Closed());
    assertThat(attention())
        .containsExactly(
            new Effect.Follow(Console.ref("checkout")),
            new Effect.Unfollow(Console.ref("checkout")));
  }

  @Test
  void theWeightsOfWhatIsJudgedAreNotedAsTheyTurn() {
    console.on(new Event.MakeRounds());
    list(exposed("checkout", 10));
    console.on(new Event.Seen(exposed("checkout", 25)));
    assertThat(console.state.dossier(Console.ref("checkout")).weights().turns())
        .extracting("weight")
        .containsExactly(10, 25);
  }

  @Test
  void ofOneClusterNotMoreAreJudgedThanItsServerCanBearAndTheMostExposedFirst() {
    console.on(new Event.MakeRounds());
    list(many(Rounds.MOST + 5));
    assertThat(console.state.rounds().releases())
        .hasSize(Rounds.MOST)
        .contains(Console.ref("r24"))
        .doesNotContain(Console.ref("r0"));
  }

  @Test
  void aPlaceThatBecomesFreeIsTakenByOneThatWaitedForIt() {
    console.on(new Event.MakeRounds());
    list(many(Rounds.MOST + 1));
    assertThat(console.state.rounds().releases()).doesNotContain(Console.ref("r0"));
    console.on(new Event.Seen(exposed("r7", 0)));
    assertThat(console.state.rounds().releases())
        .hasSize(Rounds.MOST)
        .contains(Console.ref("r0"))
        .doesNotContain(Console.ref("r7"));
  }

  @Test
  void aSwitchThatIsOverMakesRoomForAnUpdateThatIsOnItsWay() {
    console.on(new Event.MakeRounds());
    list(IntStream.range(0, Rounds.MOST).mapToObj(i -> switched("s" + i)).toArray(Release[]::new));
    assertThat(console.state.rounds().releases()).hasSize(Rounds.MOST);
    console.on(new Event.Seen(exposed("checkout", 1)));
    assertThat(console.state.rounds().releases())
        .hasSize(Rounds.MOST)
        .contains(Console.ref("checkout"));
  }

  private static Release switched(String name) {
    return Releases.blueGreen()
        .ref(Console.ref(name))
        .hashes("b", "b")
        .traffic(new Traffic.Switched(Optional.of("b"), Optional.of("b")))
        .build();
  }

  /// Ten thousand releases that are seen anew are ten thousand events.
  @Test
  void newsOfOneReleaseLeaveTheOthersUntilTheClockTurnsThem() {
    console.now = Samples.NOW;
    var switched = Samples.switchedLongAgo(Duration.ofMinutes(50));
    var ref = switched.ref();
    console.on(new Event.MakeRounds());
    console.on(new Event.Seen(switched));
    console.now = console.now.plus(Duration.ofMinutes(20));
    console.on(new Event.Seen(resting("cart")));
    assertThat(console.state.rounds().releases()).containsExactly(ref);
    assertThat(console.state.dossier(ref).weights().weight()).isEqualTo(100);
    console.on(new Event.Tick());
    assertThat(console.state.rounds().releases()).isEmpty();
    assertThat(console.state.dossier(ref).weights().turns()).isEmpty();
  }

  private void list(Release... releases) {
    console.on(new Event.Listed(Console.PROD, List.of(releases)));
  }

  private static Release[] many(int count) {
    return IntStream.range(0, count).mapToObj(i -> exposed("r" + i, i + 1)).toArray(Release[]::new);
  }

  private List<Effect> attention() {
    return console.effects.stream().filter(Effect.Attention.class::isInstance).toList();
  }

  private static Release exposed(String name, int percent) {
    return Releases.canary().ref(Console.ref(name)).weighted(percent, percent).build();
  }

  private static Release resting(String name) {
    return Releases.canary().ref(Console.ref(name)).hashes("b", "b").build();
  }
}
