package dev.sluice.app;

import dev.sluice.state.Coach;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Drilling;
import dev.sluice.state.Exercise;
import dev.sluice.state.Session;
import dev.sluice.state.Settings;
import dev.sluice.state.Store;
import dev.sluice.ui.Mailbox;
import dev.sluice.ui.shell.Shell;
import dev.sluice.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Draws the console where there is no display, and keeps pictures of it.
final class Easel implements AutoCloseable {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  /// Charts draw what was written to them in the pulses after it.
  private static final int COATS = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Mailbox<FutureTask<?>> fx = new Mailbox<>(FutureTask::run);
  private final Path folder;
  private final Shell shell;
  private final Store.Subscription shown;
  private int pictures;

  /// Prepares this process for drawing without a display; once, before anything is drawn.
  static void setUp() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Platform.startup(() -> Platform.setImplicitExit(false));
  }

  Easel(Path folder, Session session, List<Exercise> exercises, int pictures) {
    this.folder = folder;
    this.pictures = pictures;
    this.shell = on(() -> shell(session, new IdleDesk(exercises)));
    var states = new Mailbox<ConsoleState>(shell::show);
    this.shown = session.store().listen(states);
    states.accept(session.store().state());
  }

  private static Shell shell(Session session, IdleDesk desk) {
    var intents = new StoreIntents(session::store, Browser.ofSystem());
    var shell = new Shell(intents, session.sight(), desk);
    shell.setManaged(false);
    shell.resizeRelocate(0, 0, WIDTH, HEIGHT);
    var stage = new Stage();
    stage.setScene(new Scene(new Pane(shell), 800, 600));
    Theme.DARK.dress(stage.getScene());
    shell.show(Settings.DEFAULT);
    shell.drill(session.coach().map(Coach::now));
    stage.show();
    return shell;
  }

  /// Shows how the exercise stands now.
  void show(Drilling now) {
    on(() -> {
      shell.drill(Optional.of(now));
      return shell;
    });
  }

  int pictures() {
    return pictures;
  }

  /// Keeps a picture of what is shown.
  ///
  /// @return its file
  Path draw(String name) throws IOException, InterruptedException {
    // A chart whose size has changed draws itself anew, and so with what was written to it last.
    size(HEIGHT - 1);
    size(HEIGHT);
    var picture = on(this::snapshot);
    for (int coat = 1; coat < COATS; coat++) {
      pulse();
      picture = on(this::snapshot);
    }
    pictures++;
    var file = folder.resolve("%d-%s.png".formatted(pictures, name));
    ImageIO.write(Pictures.buffered(picture), "png", file.toFile());
    return file;
  }

  private void size(int height) throws InterruptedException {
    on(() -> {
      shell.resize(WIDTH, height);
      return shell;
    });
    pulse();
  }

  /// Waits until the scene was laid out and drawn once more.
  private void pulse() throws InterruptedException {
    var drawn = new CountDownLatch(1);
    Runnable listener = drawn::countDown;
    on(() -> {
      shell.getScene().addPostLayoutPulseListener(listener);
      Platform.requestNextPulse();
      return shell;
    });
    drawn.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    on(() -> {
      shell.getScene().removePostLayoutPulseListener(listener);
      return shell;
    });
  }

  /// What reaches beyond the window's edge is not in it.
  private WritableImage snapshot() {
    var window = new SnapshotParameters();
    window.setViewport(new Rectangle2D(0, 0, WIDTH, HEIGHT));
    return shell.snapshot(window, null);
  }

  private <T> T on(Callable<T> work) {
    var task = new FutureTask<>(work);
    fx.accept(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    shown.close();
    on(() -> {
      shell.getScene().getWindow().hide();
      return shell;
    });
  }
}
