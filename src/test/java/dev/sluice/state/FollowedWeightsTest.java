package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.WeightCourse.Turn;
import dev.sluice.release.Happening;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// When the weight of a release turned, as far as a console that follows it knows.
class FollowedWeightsTest {
  private static final Release AT_TEN =
      Releases.canary().pausedSince(Releases.NOON.minusSeconds(600)).build();
  private static final Release AT_FIFTY = Releases.canary().step(2).weighted(50, 50).build();

  private final Console console = Console.showing(Rule.TACTICS, AT_TEN);

  @Test
  void whatIsOpenedInTheMiddleStandsWhereItStandsSinceItsPauseBegan() {
    assertThat(turns()).containsExactly(new Turn(Releases.NOON.minusSeconds(600), 10));
  }

  @Test
  void aTurnIsNotedAsItIsSeen() {
    console.after(Duration.ofSeconds(30));
    console.on(new Event.Seen(AT_FIFTY));
    assertThat(turns()).last().isEqualTo(new Turn(console.now, 50));
  }

  @Test
  void theEventsOfTheClusterTellOfEarlierTurns() {
    console.on(new Event.Happened(AT_TEN.ref(), List.of(turned(900, 1), turned(590, 10))));
    assertThat(turns()).extracting(Turn::weight).containsExactly(1, 10);
  }

  @Test
  void whatIsFollowedNoMoreIsForgotten() {
    console.on(new Event.Closed());
    assertThat(turns()).isEmpty();
  }

  private List<Turn> turns() {
    return console.state.dossier(AT_TEN.ref()).weights().turns();
  }

  private static Happening turned(int before, int weight) {
    return new Happening(
        "e" + before,
        Releases.NOON.minusSeconds(before),
        "rollouts-controller",
        "RolloutStepCompleted",
        "",
        false,
        1,
        Optional.empty(),
        OptionalInt.of(weight));
  }
}
