package dev.sluice.bench;

import dev.sluice.app.StartProbe;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// From the start of a process to the first paint of its window, with the JDK's AOT cache and
/// without, by turns. The cache takes jars only, so the program is packed first, as it is
/// installed: with its style sheet parsed.
final class Starting {
  private static final String TRAINING_SECONDS = "15";

  private final Path folder = Files.createTempDirectory("sluice-start");
  private final String classPath;

  private Starting() throws IOException, URISyntaxException {
    var program = jar("sluice.jar", location(dev.sluice.app.Launcher.class), ".");
    tool("uf", program, parsed(), ".");
    var probe = jar("probe.jar", location(StartProbe.class), "dev/sluice/app");
    var libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"));
    classPath =
        String.join(
            File.pathSeparator, Stream.concat(Stream.of(program, probe), libraries).toList());
  }

  static void run(Options options) throws IOException, InterruptedException, URISyntaxException {
    var starting = new Starting();
    var cache = starting.folder.resolve("sluice.aot");
    double training = starting.start("-XX:AOTCacheOutput=" + cache, TRAINING_SECONDS);
    Figures.say(
        "AOT cache",
        "%.1f MB, trained in a start of %.0f ms and %s s more",
        Figures.megabytes(Files.size(cache)),
        training,
        TRAINING_SECONDS);
    int runs = options.number("runs", 15);
    var plain = new double[runs];
    var cached = new double[runs];
    for (int run = 0; run < runs; run++) {
      plain[run] = starting.start("-Xshare:auto", "0");
      cached[run] = starting.start("-XX:AOTCache=" + cache, "0");
    }
    tell("first paint, plain", plain);
    tell("first paint, with AOT cache", cached);
  }

  private static void tell(String what, double[] times) {
    Figures.say(
        what,
        "p50 %.0f ms, shortest %.0f ms, longest %.0f ms",
        Figures.quantile(times, 0.5),
        Figures.quantile(times, 0),
        Figures.quantile(times, 1));
  }

  /// Milliseconds from the start of such a process to its first paint.
  private double start(String option, String seconds) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(option);
    command.addAll(inherited());
    command.addAll(List.of("-cp", classPath, StartProbe.class.getName(), seconds));
    var builder = new ProcessBuilder(command);
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().put("KUBECONFIG", folder.resolve("none").toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long begun = System.nanoTime();
    var process = builder.start();
    double took = Double.NaN;
    try (BufferedReader out = process.inputReader()) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals(StartProbe.PAINTED)) {
          took = Figures.milliseconds(System.nanoTime() - begun);
        }
      }
    }
    process.waitFor();
    return took;
  }

  /// This JVM's module options and display; the program has the same.
  private static List<String> inherited() {
    return java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(arg -> arg.startsWith("--") || arg.matches("-D(glass|prism|java\\.awt)\\..*"))
        .toList();
  }

  /// A folder with the style sheet as JavaFX looks for it first.
  private Path parsed() throws IOException {
    var parsed = folder.resolve("parsed");
    var binary = parsed.resolve("dev/sluice/assets/theme/sluice.bss");
    Files.createDirectories(binary.getParent());
    Stylesheet.convertToBinary(Path.of("assets/theme/sluice.css").toFile(), binary.toFile());
    return parsed;
  }

  private String jar(String name, Path classes, String part) {
    var jar = folder.resolve(name).toString();
    tool("cf", jar, classes, part);
    return jar;
  }

  private static void tool(String what, String jar, Path folder, String part) {
    var tool = ToolProvider.findFirst("jar").orElseThrow();
    int exit = tool.run(System.out, System.err, what, jar, "-C", folder.toString(), part);
    if (exit != 0) {
      throw new IllegalStateException("jar ended with " + exit);
    }
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
