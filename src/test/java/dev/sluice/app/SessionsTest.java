package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.cluster.argo.ArgoTactics;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Releases;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.Event;
import dev.sluice.state.Session;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Sessions sessions = new Sessions(Duration.ofSeconds(1));

  @AfterEach
  void end() throws InterruptedException {
    var _ = sessions.end();
  }

  @Test
  void whatEndedIsKeptNoLonger() {
    var first = new WeakReference<>(shown());
    shown();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (first.get() != null && System.nanoTime() < end) {
      System.gc();
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    assertThat(first.get()).isNull();
  }

  /// News that come before the gesture, and say that nothing is under way, say nothing of it.
  @Test
  void aGestureThatArrivesBehindOtherNewsIsWaitedFor() throws InterruptedException {
    var release = Releases.canary().build();
    var connection = new ToyConnection();
    var clock = new Gate();
    var session = shown(clock);
    session.add(release.ref().context(), connection);
    session.post(new Event.Seen(release));
    assertThat(session.store().settle(PATIENCE)).isTrue();

    clock.shut();
    session.post(new Event.Troubled(new Failure.Absent("prod", "other news")));
    clock.reached();
    session.post(
        new Event.Fire(
            release.ref(), new Action.RollBack("a"), Facts.of(release), Optional.empty()));
    var over = new CompletableFuture<Boolean>();
    var ending = Thread.ofVirtual().start(() -> over.complete(end(sessions)));
    while (ending.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    clock.open();
    assertThat(session.store().settle(PATIENCE)).isTrue();
    connection.answering.countDown();

    assertThat(over.join()).as("nothing shows its effect").isFalse();
  }

  private static boolean end(Sessions sessions) {
    try {
      return sessions.end();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Session shown() {
    return shown(Clock.systemUTC());
  }

  private KubernetesSession shown(Clock clock) {
    var session =
        new KubernetesSession(
            new ArgoTactics(), new ReportFolder(Path.of("target", "no-reports")), clock);
    sessions.replace(session);
    return session;
  }

  /// A clock that whoever reads it can be held at.
  private static final class Gate extends Clock {
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private volatile boolean shut;

    void shut() {
      shut = true;
    }

    void reached() throws InterruptedException {
      reached.await();
    }

    void open() {
      shut = false;
      held.countDown();
    }

    @Override
    public Instant instant() {
      if (shut) {
        reached.countDown();
        try {
          held.await();
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      }
      return Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
