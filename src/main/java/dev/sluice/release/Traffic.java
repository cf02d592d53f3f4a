package dev.sluice.release;

import java.util.Optional;

/// Who gets the users' requests, as the cluster says right now.
public sealed interface Traffic {

  /// Shared by weight.
  ///
  /// @param asked percent the current step wants on the canary
  /// @param served percent that really stands in the cluster: the router's own figure, or the share
  ///   of available pods
  record Weighted(int asked, int served) implements Traffic {}

  /// All on one side, by a Service's selector.
  ///
  /// @param active pod hash behind the active Service
  /// @param preview pod hash behind the preview Service
  record Switched(Optional<String> active, Optional<String> preview) implements Traffic {}
}
