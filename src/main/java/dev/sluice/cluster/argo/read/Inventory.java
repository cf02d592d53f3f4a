package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.argo.objects.Pod;
import dev.sluice.cluster.argo.objects.ReplicaSet;
import dev.sluice.cluster.argo.objects.Rollout;
import dev.sluice.cluster.argo.objects.Run;
import dev.sluice.cluster.argo.objects.Scaling;
import dev.sluice.cluster.argo.objects.Selection;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Autoscaler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// All objects of one context that releases are made of, and which release each belongs to. For one
/// thread at a time.
final class Inventory {
  final Shelf<Rollout> rollouts =
      new Shelf<>(rollout -> rollout.meta().uid(), rollout -> rollout.meta().namespace());
  final Shelf<ReplicaSet> replicaSets = new Shelf<>(ReplicaSet::uid, ReplicaSet::owner);
  final Shelf<Pod> pods = new Shelf<>(Pod::uid, Pod::owner);
  final Shelf<Run> analysisRuns = new Shelf<>(Run::uid, Run::owner);
  final Shelf<Run> experiments = new Shelf<>(Run::uid, Run::owner);
  final Shelf<Selection> selections = new Shelf<>(Selection::uid, Selection::namespace);
  final Shelf<Scaling> scalings = new Shelf<>(Scaling::uid, Scaling::namespace);

  /// Uids of the rollouts that a change of that object concerns. A rollout that is not yet there is
  /// no loss: when it comes it finds the object.
  Collection<String> concerned(Rollout rollout) {
    return List.of(rollout.meta().uid());
  }

  Collection<String> concerned(ReplicaSet replicaSet) {
    return List.of(replicaSet.owner());
  }

  Collection<String> concerned(Pod pod) {
    return replicaSets.find(pod.owner()).map(this::concerned).orElse(List.of());
  }

  Collection<String> concerned(Run run) {
    return List.of(experiments.find(run.owner()).map(Run::owner).orElse(run.owner()));
  }

  Collection<String> concerned(Selection selection) {
    return rollouts.owned(selection.namespace()).stream().map(r -> r.meta().uid()).toList();
  }

  Collection<String> concerned(Scaling scaling) {
    return rollouts.owned(scaling.namespace()).stream()
        .map(Rollout::meta)
        .filter(rollout -> rollout.name().equals(scaling.rollout()))
        .map(Meta::uid)
        .toList();
  }

  /// What that rollout's release is made of.
  Parts parts(Rollout rollout) {
    var owned = List.copyOf(replicaSets.owned(rollout.meta().uid()));
    Map<String, Collection<Pod>> grouped = new HashMap<>();
    owned.forEach(rs -> grouped.put(rs.uid(), List.copyOf(pods.owned(rs.uid()))));
    var hashes =
        selections.owned(rollout.meta().namespace()).stream()
            .collect(Collectors.toMap(Selection::service, Selection::hash, (_, later) -> later));
    return new Parts(
        rollout, owned, grouped, runs(rollout.meta().uid()), hashes, autoscaler(rollout.meta()));
  }

  private Optional<Autoscaler> autoscaler(Meta rollout) {
    return scalings.owned(rollout.namespace()).stream()
        .filter(scaling -> scaling.rollout().equals(rollout.name()))
        .map(Scaling::autoscaler)
        .findFirst();
  }

  private List<Run> runs(String rollout) {
    var runs = new ArrayList<>(analysisRuns.owned(rollout));
    for (var experiment : experiments.owned(rollout)) {
      runs.add(experiment);
      analysisRuns.owned(experiment.uid()).forEach(run -> runs.add(run.ranIn(experiment)));
    }
    return runs;
  }
}
