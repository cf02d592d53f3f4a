package dev.sluice.bench;

import dev.sluice.app.StartProbe;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// From the start of a process to the first paint of its window, with the JDK's AOT cache and
/// without, by turns. The cache takes jars only, so the program is packed first, as it is
/// installed: with its style sheet parsed, JavaFX's native libraries beside its jars, and no
/// library that only tests need.
final class Starting {
  private static final String TRAINING_SECONDS = "15";

  /// As the installed program is trained: what its training had optimized would be so again at once
  /// in every start, on the cores that the window is made on.
  private static final String TRAINING_LEVEL = "-XX:TieredStopAtLevel=3";

  private static final Pattern NOT_INSTALLED =
      Pattern.compile(
          ".*[/\\\\](javafx-|junit-|opentest4j-|apiguardian-|assertj-|byte-buddy-|testfx-|hamcrest-"
              + "|org\\.osgi|archunit).*");

  private final Path folder = Files.createTempDirectory("sluice-start");
  private final String classPath;
  private final String modulePath;

  private Starting() throws IOException, URISyntaxException {
    var program = jar("sluice.jar", location(dev.sluice.app.Launcher.class), ".");
    tool("uf", program, parsed(), ".");
    var probe = jar("probe.jar", location(StartProbe.class), "dev/sluice/app");
    var libraries =
        path("java.class.path")
            .filter(entry -> entry.endsWith(".jar") && !NOT_INSTALLED.matcher(entry).matches());
    modulePath = javafx();
    classPath =
        String.join(
            File.pathSeparator, Stream.concat(Stream.of(program, probe), libraries).toList());
  }

  static void run(Options options) throws IOException, InterruptedException, URISyntaxException {
    var starting = new Starting();
    var cache = starting.folder.resolve("sluice.aot");
    double training =
        starting.start(TRAINING_SECONDS, "-XX:AOTCacheOutput=" + cache, TRAINING_LEVEL);
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
      plain[run] = starting.start("0");
      cached[run] = starting.start("0", "-XX:AOTCache=" + cache);
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
  private double start(String seconds, String... options) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(inherited());
    command.add("--module-path=" + modulePath);
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
        .filter(arg -> !arg.startsWith("--module-path"))
        .filter(arg -> arg.startsWith("--") || arg.matches("-D(glass|prism|java\\.awt)\\..*"))
        .toList();
  }

  /// JavaFX's jars in a folder with the native libraries that are in them, where it looks for them
  /// first; else it would copy them to the user's home and compare them at each start.
  private String javafx() throws IOException {
    var home = Files.createDirectories(folder.resolve("javafx"));
    var jars = new ArrayList<String>();
    for (var module : path("jdk.module.path").map(Path::of).toList()) {
      var jar = home.resolve(module.getFileName());
      Files.copy(module, jar);
      jars.add(jar.toString());
      natives(jar);
    }
    return String.join(File.pathSeparator, jars);
  }

  private static Stream<String> path(String property) {
    return Arrays.stream(System.getProperty(property).split(File.pathSeparator));
  }

  private static void natives(Path jar) throws IOException {
    try (var inside = FileSystems.newFileSystem(jar);
        var files = Files.list(inside.getPath("/"))) {
      for (var file : files.filter(f -> f.toString().matches(".*\\.(so|dll|dylib)")).toList()) {
        Files.copy(file, jar.resolveSibling(file.getFileName().toString()));
      }
    }
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
