package dev.sluice.cluster.kubeconfig;

import java.nio.file.Path;
import java.util.Optional;

/// A user of a kubeconfig: every way to log in that it offers.
public record User(
    String name,
    Optional<Material> certificate,
    Optional<Material> key,
    Optional<Secret> token,
    Optional<Path> tokenFile,
    Optional<Basic> basic,
    Optional<ExecSpec> exec,
    Impersonation impersonation) {

  /// A name and a password.
  public record Basic(String username, Secret password) {}

  /// A user who offers nothing: a context without a user.
  public static User anonymous() {
    return withTokenFile("", Optional.empty());
  }

  static User withTokenFile(String name, Optional<Path> tokenFile) {
    return new User(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        tokenFile,
        Optional.empty(),
        Optional.empty(),
        Impersonation.NONE);
  }
}
