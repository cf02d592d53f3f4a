package dev.sluice.cluster.argo.objects;

import dev.sluice.release.PodHealth;
import dev.sluice.release.Revision;

/// A ReplicaSet of a rollout.
///
/// @param owner uid of the rollout or experiment
/// @param revision without its pods
public record ReplicaSet(String uid, String owner, Revision revision) {

  /// The revision with what is known of its pods.
  public Revision with(PodHealth pods) {
    return new Revision(
        revision.number(),
        revision.podHash(),
        revision.replicaSet(),
        revision.images(),
        revision.created(),
        revision.desired(),
        revision.ready(),
        revision.available(),
        pods,
        revision.scaleDownAt());
  }
}
