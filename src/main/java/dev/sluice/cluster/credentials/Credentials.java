package dev.sluice.cluster.credentials;

import dev.sluice.cluster.kubeconfig.Secret;
import dev.sluice.cluster.kubeconfig.User;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// What proves who asks.
///
/// @param authorization the header's value
public record Credentials(Optional<Secret> authorization, Optional<ClientKey> key) {

  /// Nothing.
  public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

  static Secret bearer(String token) {
    return new Secret("Bearer " + token);
  }

  static Secret basic(User.Basic basic) {
    var pair = basic.username() + ":" + basic.password().value();
    var bytes = pair.getBytes(StandardCharsets.UTF_8);
    return new Secret("Basic " + Base64.getEncoder().encodeToString(bytes));
  }
}
