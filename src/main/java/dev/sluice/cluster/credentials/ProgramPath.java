package dev.sluice.cluster.credentials;

import dev.sluice.cluster.kubeconfig.ExecSpec;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a program as a shell would: a path as it is, relative to the kubeconfig; a name on the
/// PATH, of which relative folders do not count.
record ProgramPath(Map<String, String> environment) {

  Optional<Path> find(ExecSpec spec) {
    var command = spec.command();
    var folders =
        command.contains("/") || command.contains(File.separator)
            ? Stream.of(spec.folder())
            : Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    return folders
        .flatMap(folder -> endings().stream().map(ending -> folder.resolve(command + ending)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private List<String> endings() {
    // Windows runs a file by its ending, and lists in PATHEXT which may be left out.
    var listed = environment.getOrDefault("PATHEXT", "");
    return Stream.concat(Stream.of(""), Arrays.stream(listed.split(";")).filter(e -> !e.isEmpty()))
        .toList();
  }
}
