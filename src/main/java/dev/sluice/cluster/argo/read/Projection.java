package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.argo.objects.Owners;
import dev.sluice.cluster.argo.objects.ReplicaSet;
import dev.sluice.cluster.argo.objects.Rollout;
import dev.sluice.cluster.argo.objects.RolloutStatus;
import dev.sluice.cluster.argo.objects.Run;
import dev.sluice.cluster.argo.objects.SignReader;
import dev.sluice.release.Analysis;
import dev.sluice.release.Capacity;
import dev.sluice.release.ObjectVersion;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Revision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes a release of the objects it consists of. Pure; phase, step, weights and counts follow what
/// `kubectl argo rollouts get rollout` derives from the same objects.
public final class Projection {
  private static final Comparator<ReplicaSet> NEWEST_FIRST =
      Comparator.comparing(ReplicaSet::revision, Comparator.comparingInt(Revision::number))
          .thenComparing(rs -> rs.revision().created())
          .reversed()
          .thenComparing(rs -> rs.revision().replicaSet());

  private Projection() {}

  /// The release as those objects show it, reached through that kubeconfig context.
  public static Release of(String context, Parts parts) {
    Rollout rollout = parts.rollout();
    RolloutStatus status = rollout.status();
    var meta = rollout.meta();
    return new Release(
        new ReleaseRef(context, meta.namespace(), meta.name()),
        version(rollout),
        rollout.strategy(),
        Phases.progress(rollout),
        revisions(parts),
        given(status.stableHash()),
        given(status.currentHash()),
        Weights.traffic(parts),
        capacity(parts),
        Owners.of(meta),
        rollout.workload(),
        analyses(parts),
        rollout.rollbackWindow(),
        SignReader.of(meta));
  }

  private static Capacity capacity(Parts parts) {
    var status = parts.rollout().status();
    return new Capacity(
        parts.rollout().replicas(),
        status.ready(),
        status.available(),
        status.updated(),
        parts.autoscaler());
  }

  private static ObjectVersion version(Rollout rollout) {
    var meta = rollout.meta();
    return new ObjectVersion(
        meta.uid(), meta.resourceVersion(), meta.generation(), Phases.observed(rollout));
  }

  private static List<Revision> revisions(Parts parts) {
    return parts.replicaSets().stream()
        .sorted(NEWEST_FIRST)
        .map(rs -> rs.with(parts.health(rs.uid())))
        .toList();
  }

  private static List<Analysis> analyses(Parts parts) {
    String current = parts.rollout().status().currentHash();
    return parts.runs().stream()
        .sorted(Comparator.comparing(Run::created).reversed().thenComparing(Run::uid))
        .map(Run::analysis)
        .filter(analysis -> analysis.podHash().equals(current))
        .toList();
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
