package dev.sluice.cluster.kubeconfig;

import java.net.URI;
import java.util.Optional;

/// A cluster of a kubeconfig: where its API server is and how it proves who it is.
///
/// @param server `https`, or `http` on this machine only
/// @param authority whom to trust; empty for this machine's own authorities
/// @param insecure `insecure-skip-tls-verify`: Sluice verifies all the same, and only reads
/// @param tlsServerName the name its certificate is for, where that is not the server's
/// @param proxy `http`, `https` or `socks5`
/// @param execConfig what a credential program is told of this cluster: its extension
///   `client.authentication.k8s.io/exec`
public record Cluster(
    String name,
    URI server,
    Optional<Material> authority,
    boolean insecure,
    Optional<String> tlsServerName,
    Optional<URI> proxy,
    boolean compression,
    Optional<Object> execConfig) {

  /// One that credential programs are told nothing special of.
  public Cluster(
      String name,
      URI server,
      Optional<Material> authority,
      boolean insecure,
      Optional<String> tlsServerName,
      Optional<URI> proxy,
      boolean compression) {
    this(name, server, authority, insecure, tlsServerName, proxy, compression, Optional.empty());
  }

  /// Without the proxy, whose address may hold a password.
  @Override
  public String toString() {
    return name + " at " + server;
  }
}
