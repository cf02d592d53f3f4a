package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where no byte can be written any more the program says so, once for each file, goes on, and what
/// stood there before stands there still. The process under test may create files and write nothing
/// into them, as on a full disk.
class FullDiskTest {

  /// The rest is the command, whose output goes to the file that is named first.
  private static final String CRAMPED = "ulimit -f 0; out=$1; shift; exec \"$@\" >\"$out\"";

  private static final List<String> KEPT =
      List.of("settings.json", "window.json", "drill.json", "approved-exec.json");

  @TempDir private Path folder;

  /// What a process said, and how it ended.
  private record End(int code, String words) {}

  /// JavaFX unpacks its libraries when it is first used, which is not what this is about.
  @BeforeAll
  static void unpackJavaFx() {
    assertThat(Fx.on(() -> new WritableImage(1, 1))).isNotNull();
  }

  @Test
  void whatCannotBeWrittenIsToldOnceWhatStoodThereStandsAndARollbackIsDone() throws Exception {
    for (var name : KEPT) {
      Files.writeString(folder.resolve(name), "{}");
    }
    var before = files();

    var end = cramped("/dev/stderr", Cramped.class, folder.toString());

    assertThat(end.words().lines().filter(line -> line.startsWith("settings: ")))
        .hasSize(2)
        .anyMatch(line -> line.contains("settings.json"))
        .anyMatch(line -> line.contains("window.json"));
    assertThat(end.words()).contains("score: ", "approval: ", "picture: ");
    assertThat(end.words()).contains("rollback: ");
    assertThat(files()).isEqualTo(before);
    assertThat(end.code()).isZero();
  }

  @Test
  void dataThatDoesNotGetIntoItsFileIsSaidAndTheCommandHasFailed() throws Exception {
    var file = folder.resolve("completion");

    var end = cramped(file.toString(), Launcher.class, "completion", "bash");

    assertThat(end.words()).contains("could not all be written");
    assertThat(end.code()).isEqualTo(1);
  }

  private Map<String, String> files() throws IOException {
    var all = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        all.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return all;
  }

  /// Runs that class as this process runs, but that it may write no files.
  private static End cramped(String out, Class<?> main, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("sh", "-c", CRAMPED, "sh", out));
    command.add(ProcessHandle.current().info().command().orElseThrow());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-agentlib") && !argument.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.PIPE).start();
    process.getOutputStream().close();
    var words = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new End(process.waitFor(), words);
  }
}
