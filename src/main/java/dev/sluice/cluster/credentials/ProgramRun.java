package dev.sluice.cluster.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// How one run of a program went.
sealed interface ProgramRun {
  /// It could not be started.
  record NotStarted() implements ProgramRun {}

  /// It was ended, with all that it had started, since it took too long.
  record TooLong() implements ProgramRun {}

  /// It ended by itself.
  ///
  /// @param errors the beginning of what it wrote to standard error
  record Exited(int code, String output, String errors) implements ProgramRun {
    @Override
    public String toString() {
      return "exit code " + code;
    }
  }

  /// Runs it to its end or to the end of `patience`, with these variables and no others.
  static ProgramRun of(
      Path program, List<String> args, Map<String, String> environment, Duration patience) {
    var builder =
        new ProcessBuilder(Stream.concat(Stream.of(program.toString()), args.stream()).toList());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      var process = builder.start();
      try {
        process.getOutputStream().close();
        return outcome(process, patience);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException _) {
      return new NotStarted();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new TooLong();
    }
  }

  private static ProgramRun outcome(Process process, Duration patience)
      throws InterruptedException {
    var output = read(process.getInputStream(), 1024 * 1024);
    var errors = read(process.getErrorStream(), 600);
    try {
      // A descendant may hold the pipe open after the program itself has ended.
      CompletableFuture.allOf(output, errors, process.onExit())
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Exited(process.exitValue(), output.get(), errors.get().strip());
    } catch (TimeoutException _) {
      return new TooLong();
    } catch (ExecutionException _) {
      return new Exited(-1, "", "");
    }
  }

  /// The first bytes; the rest is read and dropped, so that the program does not block.
  private static CompletableFuture<String> read(InputStream in, int limit) {
    var text = new CompletableFuture<String>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            var bytes = in.readNBytes(limit);
            in.transferTo(OutputStream.nullOutputStream());
            text.complete(new String(bytes, StandardCharsets.UTF_8));
          } catch (IOException fault) {
            text.completeExceptionally(fault);
          }
        });
    return text;
  }
}
