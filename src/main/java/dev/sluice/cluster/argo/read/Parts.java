package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.argo.objects.Build;
import dev.sluice.cluster.argo.objects.Pod;
import dev.sluice.cluster.argo.objects.ReplicaSet;
import dev.sluice.cluster.argo.objects.Rollout;
import dev.sluice.cluster.argo.objects.Run;
import dev.sluice.release.Autoscaler;
import dev.sluice.release.Exit;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The objects that one release is made of.
///
/// @param replicaSets owned by the rollout
/// @param pods by the uid of their ReplicaSet
/// @param runs analyses and experiments, also the analyses of its experiments
/// @param selections the hash that a Service of the rollout's namespace selects, by the Service's
///   name
/// @param autoscaler of the rollout
public record Parts(
    Rollout rollout,
    List<ReplicaSet> replicaSets,
    Map<String, Collection<Pod>> pods,
    List<Run> runs,
    Map<String, String> selections,
    Optional<Autoscaler> autoscaler) {

  public Parts {
    replicaSets = List.copyOf(replicaSets);
    pods = Map.copyOf(pods);
    runs = List.copyOf(runs);
    selections = Map.copyOf(selections);
  }

  /// The pods of that ReplicaSet, counted. Those being deleted no longer count.
  PodHealth health(String replicaSet) {
    var alive =
        pods.getOrDefault(replicaSet, List.of()).stream().filter(p -> !p.leaving()).toList();
    Optional<Exit> exit =
        alive.stream().map(Pod::exit).filter(Objects::nonNull).max(Comparator.comparing(Exit::at));
    Optional<Waiting> waiting =
        alive.stream().map(Pod::waiting).filter(Objects::nonNull).findFirst();
    return new PodHealth(
        alive.size(),
        (int) alive.stream().filter(Pod::ready).count(),
        alive.stream().mapToInt(Pod::restarts).sum(),
        exit,
        waiting,
        moved(alive),
        unready(alive));
  }

  /// Since the last of them that was ready is so no more; empty where one is, or one does not say.
  static Optional<Instant> unready(List<Pod> pods) {
    return pods.stream().allMatch(pod -> pod.unready() != null)
        ? pods.stream().map(Pod::unready).filter(Objects::nonNull).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /// A container of which two pods of one template run different builds.
  static Optional<String> moved(List<Pod> pods) {
    Map<String, String> seen = new HashMap<>();
    return pods.stream()
        .flatMap(pod -> pod.builds().stream())
        .filter(build -> {
          var first = seen.putIfAbsent(build.container(), build.digest());
          return first != null && !first.equals(build.digest());
        })
        .map(Build::container)
        .findFirst();
  }
}
