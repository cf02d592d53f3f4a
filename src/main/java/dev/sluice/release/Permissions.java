package dev.sluice.release;

import java.util.Map;
import java.util.Optional;

/// What the user may do in one namespace, as the API server itself answered.
///
/// @param refusals for each kind of write that is refused, the API server's reason (may be empty)
public record Permissions(Map<Kind, String> refusals) {

  /// Everything allowed.
  public static final Permissions ALL = new Permissions(Map.of());

  public Permissions {
    refusals = Map.copyOf(refusals);
  }

  /// The kinds of write that actions are made of.
  public enum Kind {
    /// Patch the manifest of a release.
    MANIFEST("argoproj.io", "rollouts"),
    /// Patch its status: promote, abort.
    STATUS("argoproj.io", "rollouts/status"),
    /// Patch the workload that a release refers to.
    WORKLOAD("apps", "deployments");

    private final String group;
    private final String resource;

    Kind(String group, String resource) {
      this.group = group;
      this.resource = resource;
    }

    /// The API group of what is patched.
    public String group() {
      return group;
    }

    /// What is patched, with its subresource.
    public String resource() {
      return resource;
    }
  }

  public boolean allows(Kind kind) {
    return !refusals.containsKey(kind);
  }

  /// Why that kind is refused; empty when it is allowed.
  public Optional<String> refusal(Kind kind) {
    return Optional.ofNullable(refusals.get(kind));
  }
}
