package dev.sluice.release;

import java.util.regex.Pattern;

/// Which state of which object: what preconditions of a write are made of.
///
/// @param uid the object's identity; another one is another object of that name
/// @param resourceVersion compared for equality; for order only where both are whole numbers, as
///   the API contract allows for one kind of objects (KEP-5504, Kubernetes 1.35)
/// @param generation counts changes of the spec
/// @param observedGeneration the generation that the controller has acted upon
public record ObjectVersion(
    String uid, String resourceVersion, long generation, long observedGeneration) {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");

  /// Whether the controller has seen the spec as it stands.
  public boolean observed() {
    return generation == observedGeneration;
  }

  /// Whether this is certainly an earlier state of the same object than `other`.
  public boolean before(ObjectVersion other) {
    return uid.equals(other.uid)
        && (generation < other.generation || less(resourceVersion, other.resourceVersion));
  }

  /// Whether this is certainly the state with that `resourceVersion` or a later one.
  public boolean reaches(String earlier) {
    return resourceVersion.equals(earlier) || less(earlier, resourceVersion);
  }

  private static boolean less(String one, String other) {
    if (!NUMBER.matcher(one).matches() || !NUMBER.matcher(other).matches()) {
      return false;
    }
    return one.length() == other.length()
        ? one.compareTo(other) < 0
        : one.length() < other.length();
  }
}
