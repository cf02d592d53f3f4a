package dev.sluice.reports;

import dev.sluice.gate.report.Report;
import dev.sluice.release.Failure;
import dev.sluice.release.Image;
import dev.sluice.release.Result;
import dev.sluice.text.FileFaults;
import dev.sluice.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads reports below one folder. Policies stand in the cluster and so could name any file of
/// whoever reads them: nothing outside of this folder is opened, whatever they name, and no link
/// leads out of it.
public final class ReportFolder {

  private static final int DEPTH = 6;
  private static final int FILES = 500;
  private static final long SIZE = 32L * 1024 * 1024;

  private final Path root;

  /// @param root need not exist
  public ReportFolder(Path root) {
    this.root = root;
  }

  /// Every report in those places, in the order of their paths.
  ///
  /// @param places files and folders below the root, with `{digest}` and `{version}` for the
  ///   image's own
  public List<Result<Report>> read(List<String> places, Image image) {
    var files = new TreeSet<Path>();
    var read = new ArrayList<Result<Report>>();
    for (var place : places) {
      var name =
          place
              .replace("{digest}", image.digest().orElse("none").replace(':', '-'))
              .replace("{version}", image.version());
      try {
        files.addAll(within(name));
      } catch (IOException | InvalidPathException fault) {
        read.add(failed(name, Words.of("report.unopened", FileFaults.words(fault))));
      } catch (Unreadable fault) {
        read.add(Result.failed(fault.failure(name)));
      }
    }
    files.stream().limit(FILES).map(this::file).forEach(read::add);
    if (files.size() > FILES) {
      read.add(failed(root.toString(), Words.of("report.many", FILES)));
    }
    return List.copyOf(read);
  }

  private List<Path> within(String name) throws IOException, Unreadable {
    var path = root.resolve(name).normalize();
    if (!path.startsWith(root.normalize()) || Path.of(name).isAbsolute()) {
      throw new Unreadable(Words.of("report.outside", root));
    }
    if (!Files.exists(path)) {
      return List.of();
    }
    if (!path.toRealPath().startsWith(root.toRealPath())) {
      throw new Unreadable(Words.of("report.outside", root));
    }
    try (Stream<Path> all = Files.walk(path, DEPTH)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(ReportFolder::named)
          .limit(FILES + 1L)
          .toList();
    } catch (UncheckedIOException fault) {
      throw fault.getCause();
    }
  }

  private static boolean named(Path file) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".xml") || name.endsWith(".json") || name.endsWith(".sarif");
  }

  private Result<Report> file(Path file) {
    var source = root.normalize().relativize(file).toString();
    try {
      return Result.ok(report(origin(source, file), content(file)));
    } catch (IOException fault) {
      return failed(source, Words.of("report.unopened", FileFaults.words(fault)));
    } catch (Unreadable fault) {
      return Result.failed(fault.failure(source));
    }
  }

  private static Origin origin(String source, Path file) throws IOException {
    Instant modified = Files.getLastModifiedTime(file).toInstant();
    return new Origin(source, Digests.in(Stream.of(source)), modified);
  }

  private static byte[] content(Path file) throws IOException, Unreadable {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes((int) SIZE + 1);
      if (bytes.length > SIZE) {
        throw new Unreadable(Words.of("report.large", SIZE >> 20));
      }
      return bytes;
    }
  }

  /// Which format it is, its own names say.
  private static Report report(Origin origin, byte[] content) throws Unreadable {
    if (origin.source().toLowerCase(Locale.ROOT).endsWith(".xml")) {
      return JUnitReader.read(origin, content);
    }
    var names = Json.names(content);
    if (names.contains("runs")) {
      return SarifReader.read(origin, content);
    } else if (names.contains("bomFormat")) {
      return CycloneDxReader.read(origin, content);
    } else if (names.contains("matches")) {
      return GrypeReader.read(origin, content);
    } else if (names.contains("SchemaVersion")) {
      return TrivyReader.read(origin, content);
    }
    throw new Unreadable(Words.of("report.format"));
  }

  private static Result<Report> failed(String source, Words words) {
    return Result.failed(new Failure.BadInput(source, 0, 0, words));
  }
}
