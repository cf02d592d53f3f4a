package dev.sluice.release;

import java.util.Optional;

/// Pods of the whole release: wanted, ready to serve, and of the newest revision.
///
/// @param autoscaler who changes the number wanted, where somebody does
public record Capacity(
    int desired, int ready, int available, int updated, Optional<Autoscaler> autoscaler) {

  /// A number that only the manifest changes.
  public Capacity(int desired, int ready, int available, int updated) {
    this(desired, ready, available, updated, Optional.empty());
  }
}
