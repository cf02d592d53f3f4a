package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Event;
import dev.sluice.state.Lapse;
import dev.sluice.state.Settings;
import dev.sluice.text.Words;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.TimeWords;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameViewsTest {
  private static final Failure TIMEOUT =
      new Failure.Unreachable("prod-us", Words.of("api.timeout"));

  @Test
  void anOpenReleaseIsFramedByItsOwnContext() {
    var state = World.of(Samples.canary()).watching("staging").state();
    var frame = frame(state, Optional.of(Samples.CHECKOUT));
    assertThat(frame.contexts()).containsExactly("prod-eu");
    assertThat(frame.environments()).containsExactly(Environment.PRODUCTION);
    assertThat(frame.user()).isEqualTo("alice");
    assertThat(frame.clock()).isEqualTo("14:32:07 UTC");
    assertThat(frame.age().mark()).isEqualTo(Mark.LIVE);
  }

  @Test
  void aboveAListSecondsAreCountedOnlyWhileSomethingIsUnderWay() {
    var world = World.of(Samples.canary());
    var still = frame(world.state(), Optional.empty());
    assertThat(still.clock()).isEqualTo("14:32 UTC");
    assertThat(still.age().words()).isEqualTo("live");
    var busy = frame(world.fleet().goesBackTogether(Samples.CHECKOUT).state(), Optional.empty());
    assertThat(busy.clock()).isEqualTo("14:32:07 UTC");
  }

  @Test
  void allConnectionsAreNamedAndTheGravestEnvironmentComesFirst() {
    var state = World.empty("staging").watching("prod-eu").watching("lab").state();
    var frame = frame(state, Optional.empty());
    assertThat(frame.contexts()).containsExactly("lab", "prod-eu", "staging");
    assertThat(frame.environments())
        .containsExactly(Environment.PRODUCTION, Environment.STAGING, Environment.UNMARKED);
  }

  @Test
  void ofSeveralConnectionsTheOneThatIsWorstOffIsNamed() {
    var state = World.empty("prod-eu").watching("prod-us").stale("prod-us").state();
    assertThat(frame(state, Optional.empty()).age().words()).isEqualTo("prod-us stale 14 s");
  }

  @Test
  void aConnectionThatBringsNothingIsNamedWithItsReasonAndWhatToDo() {
    var forbidden = new Link.Down(new Failure.Forbidden("prod-us", "no list on rollouts"));
    var state =
        World.empty("prod-eu").tell(new Event.Linked(World.scope("prod-us"), forbidden)).state();
    var problem = frame(state, Optional.empty()).problems().getFirst();
    assertThat(problem.words()).isEqualTo("prod-us: forbidden");
    assertThat(problem.detail()).contains("no list on rollouts").contains("Ask for list");
    assertThat(frame(state, Optional.of(Samples.CHECKOUT)).problems()).isEmpty();
  }

  @Test
  void aReleaseKeepsItsRoomHoweverManyProblemsThereAre() {
    var world = World.of(Samples.canary());
    IntStream.range(0, 20)
        .mapToObj(i -> new Failure.Unreachable("prod-" + i, Words.of("api.timeout")))
        .forEach(why -> world.tell(new Event.Troubled(why)));
    assertThat(frame(world.state(), Optional.of(Samples.CHECKOUT)).problems()).hasSize(1);
    assertThat(frame(world.state(), Optional.empty()).problems()).hasSize(3);
    assertThat(frame(world.state(), Optional.empty()).problems().getLast().detail())
        .contains("17 more");
  }

  @Test
  void whatTheProgramItselfCouldNotUseIsSaidFirst() {
    var broken = new Failure.BadInput("settings.json", 3, 9, Words.of("settings.type"));
    var times = TimeWords.of(Settings.DEFAULT.times(), ZoneOffset.UTC);
    var state = World.empty("prod-eu").tell(new Event.Troubled(TIMEOUT)).state();
    var frame =
        new FrameViews(Settings.DEFAULT, times, List.of(broken)).of(state, Optional.empty(), true);
    assertThat(frame.problems()).hasSize(2);
    assertThat(frame.problems().getFirst().words()).contains("line 3, column 9");
  }

  @Test
  void whatIsNotArmedAnyMoreIsSaidWithItsTimeUntilTheReleaseIsOpened() {
    var closed = new Lapse.Cause.Closed(Samples.NOW.minus(Duration.ofDays(1)));
    var lapse = new Lapse(Samples.CHECKOUT, true, true, closed, false);
    var world =
        World.of(Samples.canary()).tell(new Event.Closed()).tell(new Event.Lapsed(List.of(lapse)));
    assertThat(frame(world.state(), Optional.empty()).problems())
        .singleElement()
        .matches(news -> news.words().startsWith("checkout is no longer armed since this console"))
        .matches(news -> news.words().contains(" Nov "));
    world.tell(new Event.Opened(Samples.CHECKOUT));
    assertThat(frame(world.state(), Optional.empty()).problems()).isEmpty();
  }

  @Test
  void whatIsNotArmedAnyMoreWhereNobodyLooksIsNotSaid() {
    var lapse = new Lapse(Samples.CHECKOUT, true, true, new Lapse.Cause.Ended(), false);
    var world = World.empty("staging").tell(new Event.Lapsed(List.of(lapse)));
    assertThat(frame(world.state(), Optional.empty()).problems()).isEmpty();
  }

  @Test
  void aMarkOfTheUsersCountsMoreThanAName() {
    var settings = Settings.DEFAULT.withEnvironments(Map.of("staging", Environment.PRODUCTION));
    var times = TimeWords.of(settings.times(), ZoneOffset.UTC);
    var frame =
        new FrameViews(settings, times, List.of())
            .of(World.empty("staging").state(), Optional.empty(), true);
    assertThat(frame.environments()).containsExactly(Environment.PRODUCTION);
  }

  @Test
  void beforeAnythingIsKnownThereIsAFrame() {
    var frame = frame(ConsoleState.at(Samples.NOW), Optional.empty());
    assertThat(frame.contexts()).isEmpty();
    assertThat(frame.age().words()).isEqualTo("nothing watched");
  }

  private static FrameView frame(ConsoleState state, Optional<ReleaseRef> release) {
    var times = TimeWords.of(Settings.DEFAULT.times(), ZoneOffset.UTC);
    return new FrameViews(Settings.DEFAULT, times, List.of()).of(state, release, release.isEmpty());
  }
}
