package dev.sluice.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;

/// A [LoadServer] in a process of its own, so that its work is in no figure of the console's.
public final class LoadProcess implements AutoCloseable {
  private final Process process;
  private final URI uri;

  private LoadProcess(Process process) throws IOException {
    this.process = process;
    this.uri = URI.create(process.inputReader().readLine());
  }

  /// Starts one on a crowd of that size, and waits until it listens.
  public static LoadProcess start(int rollouts, int namespaces) throws IOException {
    return new LoadProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LoadProcess.class.getName(),
                String.valueOf(rollouts),
                String.valueOf(namespaces))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /// Where it listens.
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.destroy();
  }

  /// Says where it listens, and ends with whoever started it.
  public static void main(String[] args) throws IOException {
    var crowd = new Crowd(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    try (var server = new LoadServer(crowd)) {
      System.out.println(server.uri());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
