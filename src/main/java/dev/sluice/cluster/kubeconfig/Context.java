package dev.sluice.cluster.kubeconfig;

import dev.sluice.text.Words;
import java.util.Optional;

/// A context that can be tried: cluster, user and the namespace to begin with.
///
/// @param namespace empty where the kubeconfig names none, which means `default`
public record Context(String name, Cluster cluster, User user, Optional<String> namespace) {

  /// Why nothing may be written through it, if so.
  public Optional<Words> readOnly() {
    return cluster.insecure() ? Optional.of(Words.of("kubeconfig.insecure")) : Optional.empty();
  }
}
