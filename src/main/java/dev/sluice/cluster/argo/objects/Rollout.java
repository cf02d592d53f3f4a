package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Strategy;
import dev.sluice.release.WorkloadRef;
import java.util.Optional;
import java.util.OptionalInt;

/// A Rollout, as far as a release needs it.
///
/// @param replicas wanted; 1 where the manifest does not say
/// @param paused a person paused it
/// @param restartAsked whether `restartAt` is set
/// @param maxWeight what the router counts as all of the traffic, 100 unless the manifest says
///   other
public record Rollout(
    Meta meta,
    Strategy strategy,
    int replicas,
    boolean paused,
    boolean restartAsked,
    Optional<WorkloadRef> workload,
    OptionalInt rollbackWindow,
    int maxWeight,
    RolloutStatus status) {

  /// Pod template hash, on ReplicaSets, pods and Services.
  public static final String HASH = "rollouts-pod-template-hash";

  /// The revision's number, on ReplicaSets.
  public static final String REVISION = "rollout.argoproj.io/revision";

  /// The referenced workload's generation, on Rollouts.
  public static final String WORKLOAD_GENERATION = "rollout.argoproj.io/workload-generation";
}
