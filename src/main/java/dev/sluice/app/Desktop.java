package dev.sluice.app;

import dev.sluice.act.Pursuit;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Session;
import dev.sluice.text.Texts;
import dev.sluice.ui.Mailbox;
import dev.sluice.ui.shell.Shell;
import dev.sluice.ui.theme.Theme;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window on a session, from its opening until it is closed.
final class Desktop {

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final Map<String, String> environment;
  private final PrintWriter err;

  /// @param environment the process's variables
  /// @param err words for people, when there is no window for them any more
  Desktop(Map<String, String> environment, PrintWriter err) {
    this.environment = environment;
    this.err = err;
  }

  /// Opens the window and blocks until it is closed and what was under way has come to its end, or
  /// ten seconds have passed.
  ///
  /// @return the exit code
  int run(Session session) {
    if (!displayed()) {
      err.println(Texts.of("app.display.none"));
      err.flush();
      session.close();
      return 1;
    }
    var closed = new CountDownLatch(1);
    Platform.startup(() -> open(session, new Stage(), closed));
    try {
      closed.await();
      return farewell(session);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      session.close();
      Platform.exit();
    }
  }

  /// Fills a stage with the console and shows it. Called on the FX thread.
  static void open(Session session, Stage stage, CountDownLatch closed) {
    var theme = new AtomicReference<>(Theme.DARK);
    var scene = new AtomicReference<Scene>();
    var shell =
        new Shell(
            new StoreIntents(session.store(), Browser.ofSystem()),
            session.sight(),
            () -> theme.updateAndGet(Desktop::other).dress(scene.get()));
    scene.set(new Scene(shell, WIDTH, HEIGHT));
    theme.get().dress(scene.get());
    var mailbox = new Mailbox<ConsoleState>(shell::show);
    var subscription = session.store().listen(mailbox);
    mailbox.accept(session.store().state());
    stage.setTitle(Texts.of("app.name"));
    stage.setScene(scene.get());
    stage.setOnHidden(_ -> {
      subscription.close();
      closed.countDown();
    });
    stage.show();
  }

  /// Waits for what is under way, since a gesture that was complete must not end as a riddle.
  private int farewell(Session session) throws InterruptedException {
    if (underWay(session).isEmpty()) {
      return 0;
    }
    err.println(Texts.of("app.closing"));
    err.flush();
    var over = new CountDownLatch(1);
    Predicate<ConsoleState> idle = state -> state.pursuits().stream().allMatch(Desktop::over);
    try (var _ =
        session
            .store()
            .listen(state -> {
              if (idle.test(state)) {
                over.countDown();
              }
            })) {
      boolean ended =
          idle.test(session.store().state())
              || over.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      session.store().state().pursuits().forEach(this::report);
      return ended ? 0 : 1;
    } finally {
      err.flush();
    }
  }

  private void report(Pursuit pursuit) {
    err.println(
        Texts.of("app.closing.end", pursuit.errand().release().name(), pursuit.standing().words()));
  }

  private static List<Pursuit> underWay(Session session) {
    return session.store().state().pursuits().stream().filter(p -> !over(p)).toList();
  }

  private static boolean over(Pursuit pursuit) {
    return pursuit.standing().over();
  }

  private static Theme other(Theme theme) {
    return switch (theme) {
      case DARK -> Theme.LIGHT;
      case LIGHT -> Theme.DARK;
    };
  }

  /// Linux without a display server has nowhere to put a window.
  private boolean displayed() {
    boolean linux = System.getProperty("os.name").equals("Linux");
    boolean headless = "Headless".equals(System.getProperty("glass.platform"));
    return !linux
        || headless
        || environment.containsKey("DISPLAY")
        || environment.containsKey("WAYLAND_DISPLAY");
  }
}
