package dev.sluice.cluster.kubeconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program that gives credentials, as a kubeconfig describes it.
///
/// @param version `client.authentication.k8s.io/v1` or `…/v1beta1`
/// @param command a name to look up on the path, or a path, relative to `folder`
/// @param folder where the kubeconfig file is
/// @param needsTerminal it always asks its user something (`interactiveMode: Always`)
public record ExecSpec(
    String version,
    String command,
    List<String> args,
    Map<String, String> environment,
    Path folder,
    boolean needsTerminal,
    boolean provideClusterInfo,
    Optional<String> installHint) {

  public ExecSpec {
    args = List.copyOf(args);
    environment = Map.copyOf(environment);
  }

  /// The command alone: arguments and environment may hold secrets.
  @Override
  public String toString() {
    return command;
  }
}
