package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.ArgoTactics;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.Session;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

  private Session shown() {
    var session =
        new KubernetesSession(
            new ArgoTactics(),
            new ReportFolder(Path.of("target", "no-reports")),
            Clock.systemUTC());
    sessions.replace(session);
    return session;
  }
}
