package dev.sluice.ui.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.Limits;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Event;
import dev.sluice.state.Identity;
import dev.sluice.state.Needs;
import dev.sluice.state.Place;
import dev.sluice.state.Settings;
import dev.sluice.state.Times;
import dev.sluice.text.Words;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.TimeWords;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingViewsTest {
  private static final WaitingViews VIEWS = new WaitingViews();

  @Test
  void everyClusterIsOnTheOnePageAndProductionStandsBeforeTheRestOfItsKind() {
    var view = view(Fleet.busy().state());
    assertThat(view.waits())
        .extracting(wait -> wait.ref().context() + "/" + wait.ref().name())
        .containsExactly(
            "prod-us/ledger-api",
            "staging-eu/checkout",
            "prod-eu/search",
            "prod-eu/payments",
            "prod-eu/checkout");
    assertThat(view.summary()).isEqualTo("5 wait, 2 in trouble; 4 for me");
  }

  @Test
  void aCardSaysWhatItWaitsForAndHowLong() {
    var search = view(Fleet.busy().state()).waits().get(2);
    assertThat(search.what())
        .isEqualTo("v4.2.0 at 20 % waits to go on to 60 %, verdict: not worse");
    assertThat(search.versions()).isEqualTo("v4.1.9 → v4.2.0");
    assertThat(search.lasting()).isEqualTo("for 42 min");
    assertThat(search.environment()).isEqualTo(Environment.PRODUCTION);
    assertThat(search.mark()).isEqualTo(Mark.HALF);
    assertThat(search.spoken()).contains("search").contains("PRODUCTION").contains("for 42 min");
  }

  @Test
  void aCardSaysWhatItIsOpenedFor() {
    var view = view(Fleet.busy().state());
    assertThat(view.waits())
        .extracting(WaitView::action)
        .containsExactly(
            "Open to look into it",
            "Open",
            "Open to promote",
            "Open to switch",
            "Open to look into it");
    assertThat(view.waits().get(2).spoken()).endsWith("Open to promote");
  }

  @Test
  void ageCanBeATimeOfDayInOnesOwnZone() {
    var times = TimeWords.of(new Times(true, false), ZoneId.of("Europe/Berlin"));
    var view =
        VIEWS.of(
            Fleet.busy().state(),
            agenda(Fleet.busy().state(), Settings.DEFAULT),
            Settings.DEFAULT,
            times);
    assertThat(view.waits().get(2).lasting()).isEqualTo("since 14:49");
  }

  @Test
  void onlyWhoMayActIsToldThatItWaitsForHim() {
    var release = Fleet.waiting("find", "search");
    var world =
        World.empty("prod-eu").tell(new Event.Listed(World.scope("prod-eu"), List.of(release)));
    assertThat(view(world.state()).title()).isEqualTo("Waiting for a person");

    world.tell(new Event.Permitted(Place.of(release.ref()), Permissions.ALL));
    assertThat(view(world.state()).title()).isEqualTo("Waiting for me");

    assertThat(view(world.viewer(release).state()).title()).isEqualTo("Waiting for a person");
  }

  @Test
  void aConnectionThatMayOnlyBeReadWaitsForNobodyHere() {
    var release = Fleet.waiting("find", "search");
    var insecure =
        new Identity(
            "prod-eu",
            "alice",
            Optional.of(Words.of("kubeconfig.insecure")),
            Limits.DEFAULT,
            Duration.ZERO);
    var world =
        World.empty("prod-eu")
            .tell(new Event.Identified(insecure))
            .tell(new Event.Listed(World.scope("prod-eu"), List.of(release)))
            .tell(new Event.Permitted(Place.of(release.ref()), Permissions.ALL));
    assertThat(view(world.state()).title()).isEqualTo("Waiting for a person");
  }

  @Test
  void whoseTurnItIsIsSaidOnlyWhereItIsNotTheTitlesOwn() {
    var waits = view(Fleet.busy().state()).waits();
    assertThat(waits.get(1).whose()).isEqualTo("for somebody else");
    assertThat(waits.getFirst().whose()).isEmpty();
  }

  @Test
  void whatGoesOnByItselfStandsBelowAndNothingStandsTwice() {
    var view = view(Fleet.busy().state());
    assertThat(view.ways()).extracting(way -> way.ref().name()).containsExactly("cart");
    assertThat(view.ways().getFirst().spoken())
        .isEqualTo("cart, prod-us, v3.1.0 → v3.2.0, paused  ·  25\u00a0%  ·  3 of 5  ·  undecided");
    assertThat(view.waits()).extracting(WaitView::ref).doesNotContain(view.ways().getFirst().ref());
  }

  @Test
  void whatIsOldSaysSoAndWhatIsLiveDoesNot() {
    var stale = view(Fleet.stale().state());
    assertThat(stale.waits().getFirst().old()).isEqualTo("stale 14 s");
    assertThat(stale.waits().getFirst().spoken()).contains("stale 14 s");
    assertThat(stale.waits().get(2).old()).isEmpty();
    assertThat(stale.ways().getFirst().old()).isEqualTo("stale 14 s");
    assertThat(stale.ways().getFirst().spoken()).endsWith("stale 14 s");
  }

  @Test
  void whatMayNoLongerBeReadIsSaidNotToBe() {
    var forbidden = view(Fleet.partlyForbidden().state());
    assertThat(forbidden.waits().getFirst().old()).isEqualTo("forbidden");
    assertThat(forbidden.waits().get(2).old()).isEmpty();
  }

  @Test
  void nothingWaitingIsNotTheSameAsNothingKnown() {
    var calm = view(World.empty("prod-eu").state());
    assertThat(calm.blank())
        .isEqualTo(
            new WaitingBlank(
                Mark.QUIET,
                "No release in prod-eu",
                "Rollouts of Argo appear here as soon as there are any."));

    assertThat(view(Fleet.connecting().state()).blank().words()).isEqualTo("Listing releases…");
    assertThat(view(new World().state()).blank().words()).isEqualTo("Nothing is watched");

    var forbidden = view(Fleet.down("prod-us", Fleet.FORBIDDEN).state()).blank();
    assertThat(forbidden.mark()).isEqualTo(Mark.BAD);
    assertThat(forbidden.words()).isEqualTo("What waits cannot be seen");
    assertThat(forbidden.why()).contains("prod-us").contains("forbidden");

    var partly = World.empty("prod-eu");
    partly.tell(new Event.Linked(World.scope("prod-us"), new Link.Down(Fleet.FORBIDDEN)));
    assertThat(view(partly.state()).blank().mark()).isEqualTo(Mark.WARNING);
    assertThat(view(partly.state()).blank().why()).contains("prod-us").contains("forbidden");
  }

  @Test
  void whatTheUserMarkedAsProductionComesFirst() {
    var settings = Settings.DEFAULT.withEnvironments(Map.of("staging-eu", Environment.PRODUCTION));
    var times = TimeWords.of(settings.times(), ZoneId.of("UTC"));
    var view =
        VIEWS.of(Fleet.busy().state(), agenda(Fleet.busy().state(), settings), settings, times);
    assertThat(view.waits().get(1).environment()).isEqualTo(Environment.PRODUCTION);
  }

  private static Agenda agenda(ConsoleState state, Settings settings) {
    return new Needs(World.SIGHT).agenda(state, settings.environments());
  }

  private static WaitingView view(ConsoleState state) {
    var times = TimeWords.of(Times.DEFAULT, ZoneId.of("UTC"));
    return VIEWS.of(state, agenda(state, Settings.DEFAULT), Settings.DEFAULT, times);
  }
}
