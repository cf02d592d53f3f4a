package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.app.Relay.Line;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.ArgoTactics;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.drill.Contexts;
import dev.sluice.drill.Drill;
import dev.sluice.drill.Stall;
import dev.sluice.drill.api.Audit;
import dev.sluice.drill.world.Resource;
import dev.sluice.guard.Lock;
import dev.sluice.metrics.MetricsConfig;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.Scope;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.Event;
import dev.sluice.state.Identity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An open console on the drill, through a line that fails: it says what it does not know, and ten
/// seconds after the end of it at the latest it knows the truth.
class FaultyLineTest {
  private static final Scope SHOP = new Scope("test", Optional.of("shop"));
  private static final Action PROMOTE = new Action.Promote();
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Pace PACE =
      new Pace(
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          LONG,
          LONG,
          Duration.ofSeconds(60),
          Duration.ofMillis(700),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5));

  private final List<Audit.Deed> written = new CopyOnWriteArrayList<>();
  private final Drill drill =
      Drill.byHand(7, Instant.parse("2026-01-05T09:30:00Z"), Duration.ofSeconds(30), new Stall());
  private Relay relay;
  private ApiClient api;
  private BedConsole console;

  @BeforeEach
  void open() throws IOException {
    drill.audit(deed -> {
      if (deed.resource().startsWith("rollouts") && deed.accepted()) {
        written.add(deed);
      }
    });
    relay = new Relay(drill.uri().getPort());
    api = Contexts.open(drill, "alice", URI.create("http://127.0.0.1:" + relay.port()));
    var clock = Clock.systemUTC();
    var session =
        new KubernetesSession(
            new ArgoTactics(), new ReportFolder(Path.of("target", "no-reports")), clock);
    session.post(
        new Event.Identified(
            new Identity(
                "test", "alice", Optional.empty(), MetricsConfig.USUAL.limits(), Duration.ZERO)));
    session.add(
        "test",
        new KubernetesConnection(
            api,
            MetricsConfig.USUAL,
            List.of("shop"),
            session,
            new Feeds(session::post),
            clock,
            new Tempo(PACE, LONG, LONG, LONG)),
        api::clockOffset);
    console = new BedConsole(session, "cart");
    console.until("listed", BedConsole::waits);
    BedConsole.await("live", () -> link() instanceof Link.Live);
  }

  @AfterEach
  void close() throws IOException {
    relay.line(Line.SOUND);
    console.close();
    relay.close();
    drill.close();
  }

  private Link link() {
    return console.state().links().getOrDefault(SHOP, new Link.Connecting());
  }

  /// Somebody, or the controller, brings the canary to the next step.
  private void moveOn() {
    var cart = drill.world().get(Resource.ROLLOUTS, "shop", "cart").orElseThrow();
    cart.withObject("/status").put("currentStepIndex", 3).remove("pauseConditions");
    drill.world().updateStatus(Resource.ROLLOUTS, cart);
  }

  private static boolean movedOn(Release release) {
    return release.progress().step().orElse(0) == 3;
  }

  private List<Lock> locks(Action action) {
    return console.clearance(action).locks();
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "HALF_OPEN", "SLOW_CLOSE"})
  void whileTheLineIsDeadThePictureIsOldAndPromotionLockedButNoRollback(Line dead) {
    relay.line(dead);
    drill.down(dead == Line.SLOW_CLOSE);
    moveOn();

    BedConsole.await("said to be old", SOON, () -> link() instanceof Link.Stale);
    assertThat(locks(PROMOTE)).anyMatch(Lock.OldData.class::isInstance);
    assertThat(locks(new Action.RollBack(Stall.STABLE))).isEmpty();

    relay.line(Line.SOUND);
    drill.down(false);
    BedConsole.await(
        "the truth", SOON, () -> link() instanceof Link.Live && movedOn(console.release()));
    assertThat(locks(PROMOTE)).noneMatch(Lock.OldData.class::isInstance);
  }

  @ParameterizedTest
  @EnumSource(names = {"LATE", "NARROW"})
  void aPoorLineIsNotADeadOne(Line poor) {
    relay.line(poor);
    moveOn();

    BedConsole.await("shown all the same", SOON, () -> movedOn(console.release()));
    assertThat(link()).isInstanceOf(Link.Live.class);
  }

  @Test
  void aServerKilledBetweenAWriteAndItsAnswerIsAskedWhatBecameOfIt() {
    relay.line(Line.DEAF);
    console.fire(PROMOTE);
    BedConsole.await("written", SOON, () -> written.size() == 1);
    drill.down(true);

    BedConsole.await("not known", SOON, () -> newest().standing() instanceof Standing.Verifying);
    assertThat(locks(PROMOTE)).anyMatch(Lock.Earlier.class::isInstance);

    relay.line(Line.SOUND);
    drill.down(false);
    BedConsole.await(
        "waits for the controller", SOON, () -> newest().standing() instanceof Standing.UnderWay);
    moveOn();
    BedConsole.await("found out", SOON, () -> newest().standing() instanceof Standing.Succeeded);
    assertThat(written).hasSize(1);
  }

  @Test
  void aControllerThatSleepsIsSaidToBeWaitedForUntilItWakes() {
    console.fire(PROMOTE);
    BedConsole.await("accepted", SOON, () -> any(p -> p.clocks().accepted().isPresent()));

    assertThat(newest().standing()).isInstanceOf(Standing.UnderWay.class);
    assertThat(newest().clocks().observed()).isEmpty();

    moveOn();
    BedConsole.await("observed", SOON, () -> newest().clocks().observed().isPresent());
    assertThat(newest().standing()).isInstanceOf(Standing.Succeeded.class);
  }

  private boolean any(Predicate<Pursuit> action) {
    return console.state().pursuits().stream().anyMatch(action);
  }

  private Pursuit newest() {
    return console.state().pursuits().getFirst();
  }

  @ParameterizedTest
  @ValueSource(longs = {600, -180})
  void aClockThatIsSetWhileTheConsoleIsOpenIsFollowed(long seconds) {
    relay.skew(Duration.ofSeconds(seconds));

    BedConsole.await(
        "the cluster's clock is known anew",
        SOON,
        () -> ahead().minusSeconds(seconds).abs().compareTo(Duration.ofSeconds(3)) < 0);
  }

  private Duration ahead() {
    var state = console.state();
    return Duration.between(state.now(), state.serverNow(console.release().ref()));
  }

  @Test
  void nothingIsWrittenOnAListFromThePast() {
    var past = console.release();
    moveOn();
    console.until("moved on", FaultyLineTest::movedOn);

    console.post(new Event.Listed(SHOP, List.of(past)));
    console.post(new Event.Linked(SHOP, new Link.Live(Instant.now())));
    console.post(fire(past));

    BedConsole.await("refused", SOON, () -> any(p -> p.standing().over()));
    assertThat(newest().standing()).isInstanceOf(Standing.Failed.class);
    assertThat(newest().attempts()).isEqualTo(1);
    assertThat(written).isEmpty();
  }

  @Test
  void nothingIsWrittenForWhatAListMisses() {
    var shown = console.release();

    console.post(new Event.Listed(SHOP, List.of()));
    console.post(fire(shown));

    BedConsole.await("refused", SOON, () -> any(p -> p.standing().over()));
    assertThat(newest().standing().words().key()).isEqualTo("act.gone");
    assertThat(newest().attempts()).isZero();
    assertThat(written).isEmpty();
  }

  private static Event.Fire fire(Release shown) {
    return new Event.Fire(shown.ref(), PROMOTE, Facts.of(shown), Optional.of("a test"));
  }
}
