package dev.sluice.app;

import dev.sluice.act.Pursuit;
import dev.sluice.release.Failure;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.text.Texts;
import dev.sluice.ui.Mailbox;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The window from its opening until it is closed.
final class Desktop {

  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final Map<String, String> environment;
  private final PrintWriter err;
  private final Doors doors;
  private final SettingsFiles files;

  /// @param environment the process's variables
  /// @param err words for people, when there is no window for them any more
  Desktop(Map<String, String> environment, PrintWriter err, Doors doors, SettingsFiles files) {
    this.environment = environment;
    this.err = err;
    this.doors = doors;
    this.files = files;
  }

  /// Opens the window on those clusters, as [#run(Selection, Supplier)]; where the command line
  /// asks for nothing in particular, on those that the settings name.
  ///
  /// @return the exit code
  int run(Selection asked) {
    return begin(() -> {
      var selection = selection(asked);
      return new Opening(selection, doors.clusters(selection));
    });
  }

  private Selection selection(Selection asked) {
    boolean free =
        asked.contexts().isEmpty() && asked.namespaces().isEmpty() && !asked.everywhere();
    if (!free) {
      return asked;
    }
    var wanted = files.settings().map(settings -> settings.selection()).orElse(_ -> asked);
    return new Selection(
        asked.kubeconfig(), wanted.contexts(), wanted.namespaces(), wanted.everywhere());
  }

  /// Opens the window on a session and blocks until it is closed and what was under way has come to
  /// its end, or ten seconds have passed.
  ///
  /// @param selection what else is watched when the user asks for it anew
  /// @param session opened while the toolkit starts, and not at all where there is no display
  /// @return the exit code
  int run(Selection selection, Supplier<Session> session) {
    return begin(() -> new Opening(selection, session.get()));
  }

  private record Opening(Selection selection, Session session) {}

  /// Settings and kubeconfig are read while the toolkit starts, which takes longer.
  private int begin(Supplier<Opening> opening) {
    if (!displayed()) {
      err.println(Texts.of("app.display.none"));
      err.flush();
      return 1;
    }
    var closed = new CountDownLatch(1);
    var sessions = new Sessions(FAREWELL);
    var opened = CompletableFuture.supplyAsync(opening, task -> Thread.ofVirtual().start(task));
    Platform.startup(() -> {
      var first = opened.join();
      open(sessions, first.session(), first.selection(), new Stage(), closed);
    });
    try {
      closed.await();
      return farewell(sessions);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      Platform.exit();
    }
  }

  /// Fills a stage with the console and shows it. Called on the FX thread.
  void open(
      Sessions sessions, Session session, Selection selection, Stage stage, CountDownLatch closed) {
    var troubled = new AtomicReference<Consumer<List<Failure>>>(_ -> {});
    var choices = new Choices(files, failures -> troubled.get().accept(failures));
    var window = new Window(stage, doors, sessions, choices, session, selection);
    troubled.set(new Mailbox<>(window::trouble));
    stage.setOnHidden(_ -> {
      window.left();
      choices.close();
      closed.countDown();
    });
    window.show();
  }

  private int farewell(Sessions sessions) throws InterruptedException {
    var underWay = sessions.underWay();
    var last = sessions.current();
    if (!underWay.isEmpty()) {
      err.println(Texts.of("app.closing"));
      err.flush();
    }
    boolean ended = sessions.end();
    if (!underWay.isEmpty()) {
      last.ifPresent(session -> session.store().state().pursuits().forEach(this::report));
      err.flush();
    }
    return ended ? 0 : 1;
  }

  private void report(Pursuit pursuit) {
    err.println(
        Texts.of("app.closing.end", pursuit.errand().release().name(), pursuit.standing().words()));
  }

  /// Linux without a display server has nowhere to put a window.
  boolean displayed() {
    boolean linux = System.getProperty("os.name").equals("Linux");
    boolean headless = "Headless".equals(System.getProperty("glass.platform"));
    return !linux
        || headless
        || environment.containsKey("DISPLAY")
        || environment.containsKey("WAYLAND_DISPLAY");
  }
}
