package dev.sluice.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Event;
import dev.sluice.state.Needs;
import dev.sluice.state.Settings;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WallViewsTest {
  private static final WallViews VIEWS = new WallViews();

  @Test
  void whatFailedHangsFirstAndWhatGoesOnByItselfLast() {
    var view = view(Fleet.busy().state());
    assertThat(view.tiles())
        .extracting(tile -> tile.ref().name() + " " + tile.verdict())
        .containsExactly(
            "ledger-api stuck",
            "checkout stuck 12 min",
            "search waits 42 min",
            "payments waits 6 min",
            "checkout taken back 1 min",
            "cart 42 min of 60 min");
    assertThat(view.title()).isEqualTo("5 wait, 2 in trouble");
    assertThat(view.environments()).containsExactly(Environment.PRODUCTION, Environment.STAGING);
  }

  @Test
  void aTileSaysWhichVersionHowManyUsersAndHowItStands() {
    var ledger = view(Fleet.busy().state()).tiles().getFirst();
    assertThat(ledger.detail()).isEqualTo("v2.3.1 → v2.4.0");
    assertThat(ledger.percent()).isEqualTo("25\u00a0%");
    assertThat(ledger.mark()).isEqualTo(Mark.BAD);
    assertThat(ledger.alarm()).isTrue();
    assertThat(ledger.why()).isEqualTo("v2.4.0 made no progress within its deadline");
    assertThat(ledger.share()).hasValue(25);
    assertThat(ledger.old()).isEmpty();
  }

  @Test
  void nineTilesHangAtMostAndTheRestIsCounted() {
    List<Release> many = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      many.add(Fleet.waiting("find", "search-" + i));
    }
    var view =
        view(World.empty("prod-eu").tell(new Event.Listed(World.scope("prod-eu"), many)).state());
    assertThat(view.tiles()).hasSize(8);
    assertThat(view.title()).isEqualTo("12 wait");
    assertThat(view.more()).contains(new WallView.More("4 more", "4 of them wait"));
  }

  @Test
  void whatIsOldSaysHowOldItIs() {
    var view = view(Fleet.stale().state());
    assertThat(view.tiles().getFirst().old()).isEqualTo("stale 14 s");
    assertThat(view.tiles().getFirst().why()).contains("deadline");
    assertThat(view.tiles().get(2).old()).isEmpty();
  }

  @Test
  void aRollbackIsTimedWhileItRunsAndItsEffectIsToldAfterwards() {
    var canary = Samples.canary();
    var world = World.of(canary).read(canary.ref(), Samples.readings());
    var back = world.view(canary.ref()).bar().rollback().action();
    world.tell(new Event.Fire(canary.ref(), back, Facts.of(canary), Optional.empty()));
    var going = view(world.pass(Duration.ofSeconds(6)).state()).tiles().getFirst();
    assertThat(back).isInstanceOf(Action.RollBack.class);
    assertThat(going.verdict()).isEqualTo("rolling back, 6 s");
    assertThat(going.mark()).isEqualTo(Mark.GOING);
  }

  @Test
  void aCalmWallSaysThatItIsCalmAndABlindOneThatItIsBlind() {
    var calm =
        view(
            World.empty("prod-eu")
                .tell(
                    new Event.Listed(
                        World.scope("prod-eu"),
                        List.of(Samples.finished(new ReleaseRef("prod-eu", "shop", "cart"), "v1"))))
                .state());
    assertThat(calm.tiles()).isEmpty();
    assertThat(calm.blank().words()).isEqualTo("Nothing waits for a person");
    var blind = view(Fleet.down("prod-us", World.UNREACHABLE).state());
    assertThat(blind.blank().mark()).isEqualTo(Mark.BAD);
    assertThat(blind.blank().why())
        .endsWith("It is tried again by itself, every 30\u00a0s at the latest.")
        .doesNotContain("Look again");
  }

  @Test
  void everythingDriftsALittleEachMinuteAndComesBack() {
    var begin = Instant.parse("2026-11-29T00:00:00Z");
    var places =
        IntStream.range(0, 24)
            .mapToObj(minute -> Drift.at(begin.plus(Duration.ofMinutes(minute))))
            .toList();
    assertThat(places)
        .allSatisfy(at -> {
          assertThat(Math.abs(at.x())).isLessThanOrEqualTo(Drift.REACH);
          assertThat(Math.abs(at.y())).isLessThanOrEqualTo(Drift.REACH);
        });
    assertThat(places).doesNotHaveDuplicates();
    assertThat(Drift.at(begin)).isEqualTo(Drift.at(begin.plus(Duration.ofMinutes(24))));
    assertThat(Drift.at(begin)).isEqualTo(Drift.at(begin.plusSeconds(59)));
  }

  private static WallView view(ConsoleState state) {
    return VIEWS.of(
        state,
        new Needs(World.SIGHT).agenda(state, Map.of()),
        Settings.DEFAULT,
        "14:32:07 UTC",
        new AgeView(Mark.LIVE, "live 0.2 s"),
        "");
  }
}
