package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.gate.Limits;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Scope;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.Event;
import dev.sluice.state.Identity;
import dev.sluice.text.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubernetesSessionTest {
  private final Release release = Releases.canary().build();
  private final ToyConnection connection = new ToyConnection();
  private final KubernetesSession session =
      new KubernetesSession(
          new Slow(), new ReportFolder(Path.of("target", "no-reports")), Clock.systemUTC());

  @AfterEach
  void close() {
    connection.answering.countDown();
    session.close();
  }

  @Test
  void whatIsUnderWayWhenTheConsoleClosesLeavesItsTrace() {
    connection.answering.countDown();
    fire(new Action.Pause());
    until(() ->
        session.store().state().pursuits().stream()
            .anyMatch(pursuit -> pursuit.clocks().accepted().isPresent()));

    session.close();

    assertThat(notes())
        .singleElement()
        .asString()
        .startsWith("note PausedByHandUnwatched: Accepted, but the console was closed");
  }

  @Test
  void aWriteWithoutAnAnswerLeavesItsTraceToo() {
    fire(new Action.RollBack("a"));
    until(() -> connection.asked.contains("send"));
    var closing = Thread.ofVirtual().start(session::close);
    until(() -> !notes().isEmpty());
    connection.answering.countDown();
    until(() -> !closing.isAlive());

    assertThat(notes())
        .singleElement()
        .asString()
        .startsWith("note RolledBackUnwatched: Sent, but the console was closed");
  }

  @Test
  void whatWasNeverSentLeavesNone() {
    session.close();

    assertThat(notes()).isEmpty();
  }

  @Test
  void aGestureThatWasCompleteBeforeTheConsoleClosedIsSentAndLeavesItsTrace() {
    connection.answering.countDown();
    show();
    var held = hold();
    fireAt(new Action.Pause());
    var closing = Thread.ofVirtual().start(session::close);
    until(() -> connection.asked.contains("close") || waits(closing));
    held.countDown();
    until(() -> !closing.isAlive());

    assertThat(connection.asked).contains("send");
    assertThat(notes()).hasSize(1);
  }

  @Test
  void whoTheUserIsIsNotForgottenWhenTheClustersClockMovesMeanwhile() {
    var ahead = new AtomicReference<>(Duration.ZERO);
    var context = release.ref().context();
    session.post(new Event.Identified(identity("")));
    until(() -> !session.store().state().identities().isEmpty());
    var held = hold();
    session.post(new Event.Identified(identity("alice")));
    var asked = new CountDownLatch(2);
    session.add(
        context,
        connection,
        () -> {
          asked.countDown();
          return ahead.get();
        });
    ahead.set(Duration.ofMinutes(1));
    until(() -> asked.getCount() == 0);
    held.countDown();

    until(() -> known(context).clockAhead().equals(Duration.ofMinutes(1)));
    assertThat(known(context).user()).isEqualTo("alice");
  }

  private Identity known(String context) {
    return Objects.requireNonNull(session.store().state().identities().get(context));
  }

  private Identity identity(String user) {
    return new Identity(
        release.ref().context(), user, Optional.empty(), Limits.DEFAULT, Duration.ZERO);
  }

  /// Holds the store's writer from now on, as many thousand releases would.
  private CountDownLatch hold() {
    var held = new CountDownLatch(1);
    var holding = new CountDownLatch(1);
    var once =
        session
            .store()
            .listen(_ -> {
              holding.countDown();
              waited(held);
            });
    session.post(new Event.Troubled(new Failure.Absent("prod", "held")));
    waited(holding);
    once.close();
    return held;
  }

  private static void waited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  void whatTheFirstNewsAskForReachesTheConnectionThatBringsThem() {
    var watched = new Event.Steer(release.ref(), true);
    connection.starting =
        () -> {
          session.post(new Event.Seen(release));
          session.post(watched);
          until(() -> session.store().state().dossier(release.ref()).active());
        };

    session.add(release.ref().context(), connection);
    session.post(new Event.Steer(release.ref(), false));
    until(() -> connection.asked.contains("adjourn checkout"));

    assertThat(connection.asked).contains("follow checkout", "judge checkout");
  }

  @Test
  void aConnectionThatComesTooLateIsClosed() {
    session.close();

    session.add(release.ref().context(), connection);

    assertThat(connection.asked).contains("close");
  }

  private void fire(Action action) {
    show();
    fireAt(action);
  }

  private void show() {
    session.add(release.ref().context(), connection);
    var scope = new Scope(release.ref().context(), Optional.empty());
    session.post(new Event.Linked(scope, new Link.Live(Clock.systemUTC().instant())));
    session.post(new Event.Seen(release));
    until(() -> session.store().state().release(release.ref()).isPresent());
  }

  private void fireAt(Action action) {
    session.post(new Event.Fire(release.ref(), action, Facts.of(release), Optional.empty()));
  }

  private List<String> notes() {
    return connection.asked.stream().filter(asked -> asked.startsWith("note ")).toList();
  }

  private static void until(BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  /// Sends once, and never sees an effect.
  private static final class Slow implements Tactics {
    private final Write write = () -> "slow";

    @Override
    public Move next(Action action, Facts armed, Release now, List<Write> sent) {
      return sent.isEmpty() ? new Move.Send(write) : new Move.Wait(Words.of("act.traffic"));
    }
  }
}
