package dev.sluice.app;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Starts the program as its users do and says on standard output when its window was painted
/// first; some seconds later it ends. For a process of its own.
public final class StartProbe {
  public static final String PAINTED = "painted";

  private StartProbe() {}

  /// Starts the program.
  ///
  /// @param args seconds to go on after the first paint
  public static void main(String[] args) {
    long seconds = Long.parseLong(args[0]);
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(window -> watch(window, seconds));
                  }
                });
    Launcher.main(new String[0]);
  }

  private static void watch(Window window, long seconds) {
    Scene scene = window.getScene();
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(() -> afterPaint(() -> painted(seconds)));
          }
        });
  }

  /// Runs on the render thread behind the picture that is being painted. By name, since the
  /// compiler knows nothing of the exports that the program is run with.
  private static void afterPaint(Runnable next) {
    try {
      var job = Class.forName("com.sun.javafx.tk.RenderJob");
      var toolkit = Class.forName("com.sun.javafx.tk.Toolkit");
      toolkit
          .getMethod("addRenderJob", job)
          .invoke(
              toolkit.getMethod("getToolkit").invoke(null),
              job.getConstructor(Runnable.class).newInstance(next));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void painted(long seconds) {
    System.out.println(PAINTED);
    System.out.flush();
    Thread.ofPlatform()
        .start(() -> {
          try {
            TimeUnit.SECONDS.sleep(seconds);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          System.exit(0);
        });
  }
}
