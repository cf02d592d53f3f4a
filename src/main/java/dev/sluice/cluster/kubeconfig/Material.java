package dev.sluice.cluster.kubeconfig;

import java.nio.file.Path;

/// Where a certificate or a key is.
public sealed interface Material {

  /// Written into the kubeconfig; decoded from Base64.
  record Inline(Secret pem) implements Material {}

  /// A file; an absolute path.
  record InFile(Path path) implements Material {}
}
