package dev.sluice.act;

import dev.sluice.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What was on the screen when an action was armed, and so what it is bound to.
///
/// @param resourceVersion the newest known; alone it changes with every count of pods and is no
///   changed fact
public record Facts(
    String uid,
    long generation,
    String resourceVersion,
    Optional<String> stableHash,
    Optional<String> currentHash,
    OptionalInt step) {

  /// One of the facts.
  public enum Fact {
    OBJECT,
    MANIFEST,
    STABLE,
    CURRENT,
    STEP
  }

  /// The facts of a release as it is seen now.
  public static Facts of(Release release) {
    return new Facts(
        release.version().uid(),
        release.version().generation(),
        release.version().resourceVersion(),
        release.stableHash(),
        release.currentHash(),
        release.progress().step());
  }

  /// Which facts are others in `later`; empty when an action armed on these still means the same.
  public List<Fact> changedIn(Facts later) {
    var changed = new ArrayList<Fact>();
    note(changed, Fact.OBJECT, uid.equals(later.uid));
    note(changed, Fact.MANIFEST, generation == later.generation);
    note(changed, Fact.STABLE, stableHash.equals(later.stableHash));
    note(changed, Fact.CURRENT, currentHash.equals(later.currentHash));
    note(changed, Fact.STEP, step.equals(later.step));
    return List.copyOf(changed);
  }

  private static void note(List<Fact> changed, Fact fact, boolean same) {
    if (!same) {
      changed.add(fact);
    }
  }
}
