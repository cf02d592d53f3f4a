package dev.sluice.cluster.kubeconfig;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whom to act as, sent with each request.
///
/// @param extra `as-user-extra`
public record Impersonation(
    Optional<String> user,
    Optional<String> uid,
    List<String> groups,
    Map<String, List<String>> extra) {

  /// Nobody but oneself.
  public static final Impersonation NONE =
      new Impersonation(Optional.empty(), Optional.empty(), List.of(), Map.of());

  public Impersonation {
    groups = List.copyOf(groups);
    extra = Map.copyOf(extra);
  }
}
