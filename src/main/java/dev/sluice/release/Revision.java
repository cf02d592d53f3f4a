package dev.sluice.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One version of a release's pods: a ReplicaSet and what is known of it.
///
/// @param number the engine's revision number
/// @param podHash the pod template's hash, the name every other object knows this revision by
/// @param images of its containers, in the manifest's order
/// @param scaleDownAt when the engine will take its pods away, where that is already set
public record Revision(
    int number,
    String podHash,
    String replicaSet,
    List<Image> images,
    Instant created,
    int desired,
    int ready,
    int available,
    PodHealth pods,
    Optional<Instant> scaleDownAt) {

  public Revision {
    images = List.copyOf(images);
  }

  /// What people call it: the first container's version, else the pod hash.
  public String version() {
    return images.isEmpty() ? podHash : images.getFirst().version();
  }
}
