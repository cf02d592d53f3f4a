package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.argo.objects.Pod;
import dev.sluice.cluster.argo.objects.ReplicaSet;
import dev.sluice.cluster.argo.objects.Rollout;
import dev.sluice.cluster.argo.objects.Run;
import dev.sluice.cluster.argo.objects.Scaling;
import dev.sluice.cluster.argo.objects.Selection;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Autoscaler;
import dev.sluice.release.Strategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All objects of one context that releases are made of, and which release each belongs to. For one
/// thread at a time.
final class Inventory {
  final Shelf<Rollout> rollouts = new Shelf<>(rollout -> rollout.meta().uid(), Inventory::known);
  final Shelf<ReplicaSet> replicaSets = new Shelf<>(ReplicaSet::uid, rs -> List.of(rs.owner()));
  final Shelf<Pod> pods = new Shelf<>(Pod::uid, pod -> List.of(pod.owner()));
  final Shelf<Run> analysisRuns = new Shelf<>(Run::uid, run -> List.of(run.owner()));
  final Shelf<Run> experiments = new Shelf<>(Run::uid, run -> List.of(run.owner()));
  final Shelf<Selection> selections = new Shelf<>(Selection::uid, one -> List.of(service(one)));
  final Shelf<Scaling> scalings = new Shelf<>(Scaling::uid, one -> List.of(scaled(one)));

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
    return rollouts.owned(service(selection)).stream().map(r -> r.meta().uid()).toList();
  }

  Collection<String> concerned(Scaling scaling) {
    return rollouts.owned(scaled(scaling)).stream().map(r -> r.meta().uid()).toList();
  }

  /// What that rollout's release is made of.
  Parts parts(Rollout rollout) {
    var owned = List.copyOf(replicaSets.owned(rollout.meta().uid()));
    Map<String, Collection<Pod>> grouped = new HashMap<>();
    owned.forEach(rs -> grouped.put(rs.uid(), List.copyOf(pods.owned(rs.uid()))));
    var hashes =
        services(rollout).stream()
            .flatMap(service -> selections.owned(service).stream())
            .collect(Collectors.toMap(Selection::service, Selection::hash, (_, later) -> later));
    return new Parts(
        rollout, owned, grouped, runs(rollout.meta().uid()), hashes, autoscaler(rollout.meta()));
  }

  private Optional<Autoscaler> autoscaler(Meta rollout) {
    return scalings.owned(scaled(rollout.namespace(), rollout.name())).stream()
        .map(Scaling::autoscaler)
        .findFirst();
  }

  /// What other objects know a rollout by: its Services, and its own place.
  private static List<String> known(Rollout rollout) {
    var own = scaled(rollout.meta().namespace(), rollout.meta().name());
    return Stream.concat(Stream.of(own), services(rollout).stream()).toList();
  }

  private static String scaled(Scaling scaling) {
    return scaled(scaling.namespace(), scaling.rollout());
  }

  private static String scaled(String namespace, String rollout) {
    return namespace + "/rollouts/" + rollout;
  }

  /// The Services whose selection says which revision is active; a canary's say nothing.
  private static List<String> services(Rollout rollout) {
    return switch (rollout.strategy()) {
      case Strategy.Canary _ -> List.of();
      case Strategy.BlueGreen blueGreen ->
          Stream.concat(Stream.of(blueGreen.activeService()), blueGreen.previewService().stream())
              .map(name -> service(rollout.meta().namespace(), name))
              .distinct()
              .toList();
    };
  }

  private static String service(Selection selection) {
    return service(selection.namespace(), selection.service());
  }

  private static String service(String namespace, String name) {
    return namespace + "/" + name;
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
