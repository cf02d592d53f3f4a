package dev.sluice.drill.traffic;

import java.util.Optional;

/// One way that requests to a Rollout take.
///
/// @param pod who serves; empty when nobody does, so that the proxy answers 503
/// @param share the part of all requests to the Rollout; those of all its ways add up to 1
/// @param front empty where no ingress controller is in the way
record Way(Optional<Backer> pod, double share, Optional<Front> front) {

  /// A pod that serves.
  ///
  /// @param hash which revision it is of
  record Backer(
      String namespace, String name, String hash, String image, String container, double cpuLimit) {
    String key() {
      return namespace + "/" + name;
    }
  }
}
