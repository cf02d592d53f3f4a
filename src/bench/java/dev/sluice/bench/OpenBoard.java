package dev.sluice.bench;

import dev.sluice.app.LoadedConsole;
import dev.sluice.ui.board.BoardRow;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TableView;

/// The real window with its board open, on a server that holds so many rollouts.
class OpenBoard implements AutoCloseable {
  private static final long PATIENCE_MINUTES = 5;

  final LoadedConsole console;
  final AtomicLong pulses = new AtomicLong();
  final long opened;
  final long drawn;
  private final Scene scene;

  /// Opens it, and waits for the pulse that shows every rollout.
  OpenBoard(URI server, int rollouts) throws IOException, InterruptedException {
    console = new LoadedConsole(server, Files.createTempDirectory("sluice-bench"));
    var whole = new CountDownLatch(1);
    var at = new AtomicLong();
    Fx.pulse();
    opened = System.nanoTime();
    scene =
        Fx.on(() -> {
          var scene = console.open();
          scene.addPostLayoutPulseListener(() -> {
            pulses.incrementAndGet();
            if (whole.getCount() > 0 && rows(scene).size() == rollouts) {
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
        : FXCollections.emptyObservableList();
  }

  @Override
  public void close() {
    Fx.run(() -> scene.getWindow().hide());
    console.close();
  }
}
