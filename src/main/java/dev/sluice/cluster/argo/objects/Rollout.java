package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Strategy;
import dev.sluice.release.WorkloadRef;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// A Rollout, as far as a release needs it.
///
/// @param replicas wanted; 1 where the manifest does not say
/// @param paused a person paused it
/// @param restartAt pods created before are to be replaced
/// @param maxWeight what the router counts as all of the traffic, 100 unless the manifest says
///   other
public record Rollout(
    Meta meta,
    Strategy strategy,
    int replicas,
    boolean paused,
    Optional<Instant> restartAt,
    Optional<WorkloadRef> workload,
    OptionalInt rollbackWindow,
    int maxWeight,
    RolloutStatus status) {

  /// Whether pods are still being replaced as `restartAt` asks for.
  public boolean restarting() {
    return restartAt.filter(at -> !status.restartedAt().equals(Optional.of(at))).isPresent();
  }

  /// Pod template hash, on ReplicaSets, pods and Services.
  public static final String HASH = "rollouts-pod-template-hash";

  /// The revision's number, on ReplicaSets.
  public static final String REVISION = "rollout.argoproj.io/revision";

  /// The referenced workload's generation, on Rollouts.
  public static final String WORKLOAD_GENERATION = "rollout.argoproj.io/workload-generation";
}
