package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Scope;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.Event;
import dev.sluice.text.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    session.add(release.ref().context(), connection);
    var scope = new Scope(release.ref().context(), Optional.empty());
    session.post(new Event.Linked(scope, new Link.Live(Clock.systemUTC().instant())));
    session.post(new Event.Seen(release));
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
