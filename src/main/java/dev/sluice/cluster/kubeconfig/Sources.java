package dev.sluice.cluster.kubeconfig;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Where kubeconfigs are looked for: files named by the user, else `KUBECONFIG`, else
/// `~/.kube/config`.
///
/// @param named by the user; each of them must exist
/// @param serviceAccount the folder that a pod finds its own credentials in
public record Sources(
    List<Path> named, Map<String, String> environment, Path home, Path serviceAccount) {

  public Sources {
    named = List.copyOf(named);
    environment = Map.copyOf(environment);
  }

  /// Of this process.
  public static Sources ofProcess(List<Path> named) {
    return new Sources(
        named,
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        Path.of("/var/run/secrets/kubernetes.io/serviceaccount"));
  }

  /// The files there are; one that the user named counts even where it is missing.
  List<Path> files() {
    return named.isEmpty() ? wanted().stream().filter(Files::exists).toList() : named;
  }

  /// Where kubeconfigs are looked for, whether or not there is a file.
  public List<Path> wanted() {
    if (!named.isEmpty()) {
      return named;
    }
    var listed = environment.getOrDefault("KUBECONFIG", "");
    return listed.isBlank()
        ? List.of(home.resolve(".kube", "config"))
        : Arrays.stream(listed.split(File.pathSeparator))
            .filter(part -> !part.isBlank())
            .map(Path::of)
            .distinct()
            .toList();
  }
}
