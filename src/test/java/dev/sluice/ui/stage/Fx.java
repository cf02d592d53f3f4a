package dev.sluice.ui.stage;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The FX toolkit in tests: started once, never stopped.
public final class Fx {
  private static final long SECONDS = 60;

  static {
    Platform.setImplicitExit(false);
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException _) {
      // Another test of this JVM has started it.
    }
  }

  private Fx() {}

  /// Runs `work` on the FX thread and gives back its result; its exception becomes the test's.
  public static <T> T on(Callable<T> work) {
    var task = new FutureTask<>(work);
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return task.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /// Runs `work` on the FX thread.
  public static void run(Runnable work) {
    on(() -> {
      work.run();
      return 0;
    });
  }

  /// Waits until everything that waits to be laid out has been.
  public static void pulse() {
    var done = new CountDownLatch(1);
    Platform.runLater(() -> {
      var timer =
          new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
              if (++frames == 2) {
                stop();
                done.countDown();
              }
            }
          };
      timer.start();
    });
    try {
      if (!done.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no frame came");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
