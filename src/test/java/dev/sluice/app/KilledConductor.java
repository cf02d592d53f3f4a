package dev.sluice.app;

import dev.sluice.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `sluice conduct` as a process of its own, on the class path of the test.
final class KilledConductor implements AutoCloseable {
  private final Process process;
  private final Path said;

  private KilledConductor(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /// Starts it on a release of the namespace `shop`.
  ///
  /// @param folder where what it says is left
  static KilledConductor start(Path kubeconfig, String release, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Launcher.class.getName(), "conduct", release, "-n", "shop"));
    command.addAll(List.of("--kubeconfig", kubeconfig.toString(), "--timeout", "10m"));
    var said = Files.createTempFile(folder, "conduct", ".log");
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(said.toFile()));
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    return new KilledConductor(builder.start(), said);
  }

  boolean runs() {
    return process.isAlive();
  }

  /// All it has said.
  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean says(String key) {
    return said().contains(Texts.of(key));
  }

  /// How it ended by itself.
  int ended() throws InterruptedException {
    return process.waitFor();
  }

  /// Ends it at once, with nothing put in order.
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
