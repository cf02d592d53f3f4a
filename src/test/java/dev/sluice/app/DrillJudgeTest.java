package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.conduct.Standby;
import dev.sluice.gate.Finding;
import dev.sluice.judge.Assessment;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Verdict;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Need;
import dev.sluice.state.Needs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The judge on the practice cluster: real protocols, raw counters of simulated users.
class DrillJudgeTest {
  private static final double SPEED = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path folder;
  private Optional<DrillSession> opened = Optional.empty();

  @AfterEach
  void end() {
    opened.ifPresent(DrillSession::close);
  }

  @Test
  void aHealthyCanaryIsSafeAtEachStageOnItsWay() throws InterruptedException, TimeoutException {
    var puppet = open("healthy");
    var first = puppet.wait(state -> verdict(state) instanceof Verdict.Safe);
    assertThat(hearing(first).orElseThrow().soak().weight()).isEqualTo(10);
    assertThat(first.measured(ref()).judgement().flatMap(Judgement::spending)).isPresent();

    puppet.act(new Action.Promote());

    puppet.wait(state ->
        hearing(state).filter(one -> one.soak().weight() == 25).isPresent()
            && verdict(state) instanceof Verdict.Safe
            && findings(state).noneMatch(Finding::holds));
  }

  @Test
  void aCanaryThatLeaksErrorsIsRegressedAndGoesBackByItselfWhenArmed()
      throws InterruptedException, TimeoutException {
    var puppet = open("leak");
    session().store().post(new Event.StandBy(ref(), true));

    var bad = puppet.wait(state -> verdict(state) instanceof Verdict.Regressed || fired(state));
    puppet.wait(state ->
        fired(state) && release(state).filter(one -> one.progress().aborted()).isPresent());

    // On a busy machine a limit that is broken for a minute is seen before the judge is sure.
    if (verdict(bad) instanceof Verdict.Regressed found) {
      assertThat(found.evidence().ratio()).isGreaterThan(1.2);
    } else {
      assertThat(fired(bad)).isTrue();
    }
  }

  @Test
  void aCanaryThatLeaksErrorsIsFoundWorseWithoutAnybodyOpeningIt()
      throws InterruptedException, TimeoutException {
    var session = session("leak");
    session.store().post(new Event.MakeRounds());
    var needs = new Needs(session.sight());
    new Puppet(session, ref(), PATIENCE)
        .wait(state ->
            needs.of(state).stream()
                .findFirst()
                .filter(need -> need.release().equals(ref()) && need.kind() == Need.Kind.WORSE)
                .isPresent());
    assertThat(session.store().state().focus()).isEmpty();
  }

  @Test
  void beforeAReleaseTheProspectsOfEachStageAreKnown()
      throws InterruptedException, TimeoutException {
    var session = session("healthy");
    var cart = new ReleaseRef(ref().context(), "shop", "cart");
    var puppet = new Puppet(session, cart, PATIENCE);
    puppet.open();
    var state =
        puppet.wait(known -> known.measured(cart).judgement().filter(this::counted).isPresent());
    var errors =
        state.measured(cart).judgement().flatMap(one -> one.of(Signal.ERROR_RATE)).orElseThrow();
    assertThat(errors.hearing()).isEmpty();
    assertThat(errors.prospects()).hasSize(4);
    assertThat(errors.prospects().getFirst().notWorseThan()).isBetween(1.2, 3.0);
  }

  private boolean counted(Judgement judgement) {
    return judgement
        .of(Signal.ERROR_RATE)
        .map(Assessment::service)
        .filter(service -> service.perSecond() > 0)
        .isPresent();
  }

  private DrillSession session(String exercise) {
    var drills =
        new Drills(
            Surroundings.ofProcess(_ -> false),
            Scores.NONE,
            new ReportFolder(folder),
            Clock.systemUTC());
    var session =
        drills
            .open(Optional.of(exercise), Drills.SEED, SPEED)
            .orElse(why -> {
              throw new AssertionError(why.toString());
            });
    opened = Optional.of(session);
    return session;
  }

  private Puppet open(String exercise) throws InterruptedException, TimeoutException {
    var puppet = new Puppet(session(exercise), ref(), PATIENCE);
    puppet.open();
    return puppet;
  }

  private DrillSession session() {
    return opened.orElseThrow();
  }

  private ReleaseRef ref() {
    return session().now().release();
  }

  private Optional<Release> release(ConsoleState state) {
    return state.release(ref());
  }

  private Optional<Hearing> hearing(ConsoleState state) {
    return release(state)
        .flatMap(Release::currentHash)
        .flatMap(hash ->
            state.measured(ref()).judgement().flatMap(one -> one.hearing(Signal.ERROR_RATE, hash)));
  }

  private Object verdict(ConsoleState state) {
    return hearing(state).<Object>map(Hearing::verdict).orElse("none");
  }

  private Stream<Finding> findings(ConsoleState state) {
    return release(state).stream().flatMap(one -> session().sight().findings(state, one).stream());
  }

  private boolean fired(ConsoleState state) {
    return state
        .dossier(ref())
        .standby()
        .map(Standby::phase)
        .filter(Standby.Phase.Fired.class::isInstance)
        .isPresent();
  }
}
