package dev.sluice.release;

import java.util.Optional;

/// A part of a cluster that is watched on its own.
///
/// @param context the kubeconfig context
/// @param namespace empty for all namespaces
public record Scope(String context, Optional<String> namespace) {

  /// Whether a release belongs to it.
  public boolean covers(ReleaseRef release) {
    return release.context().equals(context)
        && namespace.map(release.namespace()::equals).orElse(true);
  }
}
