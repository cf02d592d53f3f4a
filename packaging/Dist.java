import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes the program as its users install it, of what Maven has gathered in `target/dist`: a
/// runtime of only the modules it needs (jlink), a folder that starts by itself and a .deb
/// (jpackage), with an AOT cache that is trained by starting the program. Run by `mvn package
/// -Pdist`.
public final class Dist {
  /// What the program and its libraries need, as `jdeps -s` shows it, and TLS for the clusters.
  private static final String MODULES =
      "java.base,java.desktop,java.logging,java.management,java.xml,jdk.httpserver,jdk.management,"
          + "jdk.unsupported,javafx.base,javafx.graphics,javafx.controls";

  private static final long TRAINING_SECONDS = 20;

  private final Path dist;
  private final Path library;
  private final String version;
  private final List<Path> javafx;
  private final Path program;
  private final List<String> options;

  private Dist(String[] args) {
    dist = Path.of(args[0]).toAbsolutePath();
    library = dist.resolve("library");
    version = args[1].replaceAll("-.*", "");
    javafx = Arrays.stream(args[2].split(File.pathSeparator)).map(Path::of).toList();
    options = exports(List.of(args).subList(4, args.length));
    program = Path.of(args[3]);
  }

  /// @param args the folder, the version, JavaFX's jars, the program's jar, its JVM options
  public static void main(String[] args) throws IOException, InterruptedException {
    var dist = new Dist(args);
    dist.link();
    dist.image();
    dist.train();
    dist.deb();
  }

  /// With JavaFX linked in as modules, the module path is no option of the program any more.
  private static List<String> exports(List<String> options) {
    return options.stream()
        .filter(option -> option.startsWith("--add-exports=") || option.startsWith("--enable-"))
        .toList();
  }

  private void link() throws IOException {
    var runtime = dist.resolve("runtime");
    run(
        "jlink",
        List.of(
            "--module-path",
            modulePath(),
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress=zip-6",
            "--output",
            runtime.toString()));
    for (var jar : javafx) {
      natives(jar, runtime.resolve("lib"));
    }
  }

  /// JavaFX's native libraries lie in its jars, from where it would copy them to the user's home.
  private static void natives(Path jar, Path to) throws IOException {
    try (var files = java.nio.file.FileSystems.newFileSystem(jar);
        Stream<Path> all = Files.list(files.getPath("/"))) {
      for (var file : all.filter(f -> f.toString().matches(".*\\.(so|dll|dylib)")).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private void image() throws IOException, InterruptedException {
    var jar = library.resolve("sluice.jar");
    Files.copy(program, jar, StandardCopyOption.REPLACE_EXISTING);
    styles(jar);
    var args = new ArrayList<>(List.of("--type", "app-image", "--dest", dist.toString()));
    args.addAll(List.of("--name", "Sluice", "--app-version", version, "--vendor", "Sluice"));
    args.addAll(List.of("--icon", "assets/icon/sluice.png"));
    args.addAll(List.of("--runtime-image", dist.resolve("runtime").toString()));
    args.addAll(List.of("--input", library.toString(), "--main-jar", "sluice.jar"));
    args.addAll(List.of("--main-class", "dev.sluice.app.Launcher"));
    for (var option : options) {
      args.addAll(List.of("--java-options", option));
    }
    run("jpackage", args);
    Files.copy(Path.of("packaging/NOTICE.md"), app().resolve("NOTICE.md"));
  }

  /// Puts the style sheet, parsed, beside itself in the program.
  private void styles(Path jar) throws IOException, InterruptedException {
    var parsed = Files.createTempDirectory("sluice-styles");
    var binary = parsed.resolve("dev/sluice/assets/theme/sluice.bss");
    Files.createDirectories(binary.getParent());
    process(
        Map.of(),
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--module-path",
        modulePath(),
        "--add-modules",
        "javafx.graphics",
        "packaging/Styles.java",
        "assets/theme/sluice.css",
        binary.toString());
    run("jar", List.of("uf", jar.toString(), "-C", parsed.toString(), "."));
  }

  private String modulePath() {
    return String.join(File.pathSeparator, javafx.stream().map(Path::toString).toList());
  }

  /// Starts the program on its drill without a display, looks away for a while, and ends it: as it
  /// ends the JVM writes what it has loaded and linked. From then on the program starts from that.
  /// The optimizing compiler stays out of the training: what it had compiled there it would compile
  /// again at once in every start, on the cores that the window is made on.
  private void train() throws IOException, InterruptedException {
    var cache = app().resolve("sluice.aot");
    var nobody = Files.createTempDirectory("sluice-train");
    var training = new ProcessBuilder(launcher().toString(), "drill");
    training
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            "-XX:TieredStopAtLevel=3 -XX:AOTCacheOutput="
                + cache
                + " -Dglass.platform=Headless -Dprism.order=sw");
    training.environment().put("XDG_CONFIG_HOME", nobody.toString());
    training.environment().put("KUBECONFIG", nobody.resolve("none").toString());
    var process = training.inheritIO().start();
    if (process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the program ended by itself with " + process.exitValue());
    }
    process.toHandle().destroy();
    if (!process.waitFor(5, TimeUnit.MINUTES) || !Files.exists(cache)) {
      throw new IOException("no AOT cache was written");
    }
    var settings = app().resolve("Sluice.cfg");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace(
                "[JavaOptions]\n",
                "[JavaOptions]\njava-options=-XX:AOTCache=$APPDIR/sluice.aot\n"
                    + "java-options=-Xlog:aot*=off\n"));
  }

  private void deb() throws IOException, InterruptedException {
    if (!System.getProperty("os.name").equals("Linux")) {
      return;
    }
    var jpackage = Path.of(System.getProperty("java.home"), "bin", "jpackage").toString();
    // What is packed here is unpacked again at once.
    process(
        Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none"),
        jpackage,
        "--type",
        "deb",
        "--dest",
        dist.toString(),
        "--name",
        "sluice",
        "--app-version",
        version,
        "--app-image",
        dist.resolve("Sluice").toString(),
        "--linux-shortcut",
        "--linux-menu-group",
        "Development");
    var unpacked = dist.resolve("deb");
    var deb = dist.resolve("sluice_" + version + "_amd64.deb").toString();
    process(Map.of(), "dpkg-deb", "--raw-extract", deb, unpacked.toString());
    agree(unpacked.resolve("opt/sluice"));
    process(Map.of(), "dpkg-deb", "--root-owner-group", "--build", unpacked.toString(), deb);
  }

  /// The AOT cache holds for files of the very time it was made with, and jpackage's copies are
  /// newer.
  private void agree(Path copy) throws IOException {
    var image = dist.resolve("Sluice");
    try (Stream<Path> files = Files.walk(image)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var twin = copy.resolve(image.relativize(file));
        if (Files.exists(twin)) {
          Files.setLastModifiedTime(twin, Files.getLastModifiedTime(file));
        }
      }
    }
  }

  private static void process(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(variables);
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IOException(command[0] + " ended with " + exit);
    }
  }

  private Path launcher() {
    return dist.resolve("Sluice/bin/Sluice");
  }

  private Path app() {
    return dist.resolve("Sluice/lib/app");
  }

  private static void run(String tool, List<String> args) {
    int exit =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("This JDK has no " + tool))
            .run(System.out, System.err, args.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException(tool + " ended with " + exit);
    }
  }
}
