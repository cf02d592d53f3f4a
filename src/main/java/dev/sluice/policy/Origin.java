package dev.sluice.policy;

/// Where a value of a policy comes from.
public sealed interface Origin {

  /// Nobody has said anything.
  record BuiltIn() implements Origin {}

  /// Said for every release of the namespace.
  ///
  /// @param source which ConfigMap, which key
  record Namespace(String source, int line) implements Origin {}

  /// Said for this release.
  ///
  /// @param source which ConfigMap, which key
  record Service(String source, int line) implements Origin {}
}
