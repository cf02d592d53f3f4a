package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.ArgoTactics;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.release.Result;
import dev.sluice.reports.ReportFolder;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Event;
import dev.sluice.state.Exercise;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.state.Settings;
import dev.sluice.state.Survey;
import dev.sluice.state.Whereabouts;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a closed console leaves behind: nothing.
class ClosedConsolesTest implements Doors {
  private static final int CONSOLES = 50;
  private static final int DRILL_EVERY = 10;
  private static final double SPEED = 5;
  private static final Selection ASKED = Settings.DEFAULT.selection();
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  private final List<WeakReference<Object>> closed = new ArrayList<>();
  @TempDir private Path folder;

  @Test
  void fiftyClosedConsolesLeaveNoObjectAndNoThread() throws InterruptedException {
    console(false);
    console(true);
    var before = threads();
    closed.clear();
    for (int i = 0; i < CONSOLES; i++) {
      console(i % DRILL_EVERY == 0);
    }
    // The toolkit keeps hold of the window that it drew last.
    Fx.run(() -> {
      var other = new Stage();
      other.setScene(new Scene(new Pane(), 100, 100));
      other.show();
    });
    until(() -> left().isEmpty());
    assertThat(left()).isEmpty();
    until(() -> before.containsAll(threads()));
    assertThat(threads()).isSubsetOf(before);
  }

  /// Opens one on a release with its charts, and closes it as its user does.
  private void console(boolean drill) throws InterruptedException {
    new SettingsFiles(folder)
        .keep(new Whereabouts(Optional.empty(), "RELEASE", Optional.of(Samples.CHECKOUT), "", ""));
    var session = drill ? drill(Optional.of("leak")).orElse(_ -> clusters(ASKED)) : clusters(ASKED);
    var sessions = new Sessions(Duration.ofSeconds(1));
    var end = new CountDownLatch(1);
    var desktop =
        new Desktop(
            Map.of(), new PrintWriter(Writer.nullWriter()), this, new SettingsFiles(folder));
    var stage = Fx.on(Stage::new);
    Fx.run(() -> desktop.open(sessions, session, ASKED, stage, end));
    Fx.pulse();
    closed.add(new WeakReference<>(session));
    closed.add(new WeakReference<>(session.store()));
    closed.add(new WeakReference<>(Fx.on(() -> stage.getScene().getRoot())));
    closed.add(new WeakReference<>(stage));
    Fx.run(stage::close);
    end.await();
    sessions.end();
  }

  private List<Object> left() {
    System.gc();
    return closed.stream().map(WeakReference::get).filter(each -> each != null).toList();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread -> thread.getName().startsWith("sluice") || thread.getName().contains("drill"))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void until(BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE;
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      Fx.pulse();
    }
  }

  @Override
  public Session clusters(Selection selection) {
    var session =
        new KubernetesSession(
            new ArgoTactics(),
            new ReportFolder(folder.resolve("reports")),
            Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    session.post(new Event.Listed(World.scope("prod-eu"), List.of(Samples.canary())));
    return session;
  }

  @Override
  public Result<Session> drill(Optional<String> exercise) {
    var files = new SettingsFiles(folder);
    var drills =
        new Drills(
            Surroundings.ofProcess(_ -> false),
            Scores.in(files),
            new ReportFolder(folder),
            Clock.systemUTC());
    return drills.open(exercise, Drills.SEED, SPEED).map(session -> session);
  }

  @Override
  public List<Exercise> exercises() {
    return List.of();
  }

  @Override
  public Survey survey(Selection selection) {
    return Fleet.survey();
  }
}
