package dev.sluice.release;

/// Which state of which object: what preconditions of a write are made of.
///
/// @param uid the object's identity; another one is another object of that name
/// @param resourceVersion opaque, compared for equality only
/// @param generation counts changes of the spec
/// @param observedGeneration the generation that the controller has acted upon
public record ObjectVersion(
    String uid, String resourceVersion, long generation, long observedGeneration) {

  /// Whether the controller has seen the spec as it stands.
  public boolean observed() {
    return generation == observedGeneration;
  }
}
