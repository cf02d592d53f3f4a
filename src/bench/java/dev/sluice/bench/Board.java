package dev.sluice.bench;

import dev.sluice.app.LoadedConsole;
import dev.sluice.bench.load.Crowd;
import dev.sluice.bench.load.LoadServer;
import dev.sluice.ui.board.BoardRow;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TableView;

/// The real window with its board open, on a server that holds a [Crowd].
final class Board implements AutoCloseable {
  private static final long PATIENCE_MINUTES = 5;

  final Crowd crowd;
  final LoadServer server;
  final LoadedConsole console;
  final AtomicLong pulses = new AtomicLong();
  final long opened;
  final long drawn;
  private final Scene scene;

  /// Opens it, and waits for the pulse that shows every rollout.
  static Board open(Options options) throws IOException, InterruptedException {
    return of(new Crowd(options.number("rollouts", 10_000), options.number("namespaces", 100)));
  }

  static Board of(Crowd crowd) throws IOException, InterruptedException {
    return new Board(crowd);
  }

  private Board(Crowd crowd) throws IOException, InterruptedException {
    this.crowd = crowd;
    server = new LoadServer(crowd);
    console = new LoadedConsole(server.uri(), Files.createTempDirectory("sluice-bench"));
    var whole = new CountDownLatch(1);
    var at = new AtomicLong();
    Fx.pulse();
    opened = System.nanoTime();
    scene =
        Fx.on(() -> {
          var scene = console.open();
          scene.addPostLayoutPulseListener(() -> {
            pulses.incrementAndGet();
            if (whole.getCount() > 0 && rows(scene).size() == crowd.rollouts()) {
              at.set(System.nanoTime());
              whole.countDown();
            }
          });
          return scene;
        });
    if (!whole.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("no board after " + PATIENCE_MINUTES + " minutes");
    }
    drawn = at.get();
  }

  /// The table's rows; for the FX thread.
  ObservableList<BoardRow> rows() {
    return rows(scene);
  }

  Scene scene() {
    return scene;
  }

  /// What stands on a window's board; for the FX thread.
  @SuppressWarnings("unchecked") // The board's table is the only one in the window.
  static ObservableList<BoardRow> rows(Scene scene) {
    return scene.getRoot().lookup(".table-view") instanceof TableView<?> table
        ? (ObservableList<BoardRow>) table.getItems()
        : javafx.collections.FXCollections.emptyObservableList();
  }

  @Override
  public void close() {
    Fx.run(() -> scene.getWindow().hide());
    console.close();
    server.close();
  }
}
