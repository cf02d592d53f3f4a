package dev.sluice.app;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Settings;
import dev.sluice.state.Whereabouts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The user's settings while the program runs: kept in their file at each change, by a thread of
/// their own, in order.
final class Choices implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final SettingsFiles files;
  private final Consumer<List<Failure>> troubled;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("sluice-settings").factory());
  private final List<Failure> troubles = new ArrayList<>();
  private final Whereabouts left;
  private Settings settings;

  /// Reads the files.
  ///
  /// @param troubled is told everything that could not be read or written, on any thread
  Choices(SettingsFiles files, Consumer<List<Failure>> troubled) {
    this.files = files;
    this.troubled = troubled;
    this.settings =
        files
            .settings()
            .orElse(why -> {
              troubles.add(why);
              return Settings.DEFAULT;
            });
    this.left =
        files
            .whereabouts()
            .orElse(why -> {
              troubles.add(why);
              return Whereabouts.NOWHERE;
            });
  }

  synchronized Settings settings() {
    return settings;
  }

  /// Where the user left off the last time.
  Whereabouts left() {
    return left;
  }

  synchronized List<Failure> troubles() {
    return List.copyOf(troubles);
  }

  /// Lives by these and keeps them.
  synchronized void settle(Settings next) {
    settings = next;
    writer.execute(() -> written(files.keep(next)));
  }

  /// Keeps where the user leaves off.
  void leave(Whereabouts where) {
    writer.execute(() -> written(files.keep(where)));
  }

  /// Waits until everything is written.
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The same trouble over again is one, and it is over once the file could be written.
  private void written(Result<Path> file) {
    List<Failure> all;
    synchronized (this) {
      boolean changed =
          switch (file) {
            case Result.Failed<Path>(var why) -> !troubles.contains(why) && troubles.add(why);
            case Result.Ok<Path>(var path) -> troubles.removeIf(why -> about(path, why));
          };
      if (!changed) {
        return;
      }
      all = List.copyOf(troubles);
    }
    troubled.accept(all);
  }

  private static boolean about(Path file, Failure why) {
    return why instanceof Failure.BadInput bad && bad.source().equals(file.toString());
  }
}
