package dev.sluice.state;

import dev.sluice.release.ReleaseRef;

/// A namespace of a context: what permissions are asked for.
public record Place(String context, String namespace) {

  /// Where that release is.
  public static Place of(ReleaseRef release) {
    return new Place(release.context(), release.namespace());
  }
}
