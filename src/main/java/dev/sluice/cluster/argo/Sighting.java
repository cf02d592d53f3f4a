package dev.sluice.cluster.argo;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.objects.ReplicaSet;
import dev.sluice.cluster.argo.objects.ReplicaSets;
import dev.sluice.cluster.argo.objects.Rollout;
import dev.sluice.cluster.argo.objects.Rollouts;
import dev.sluice.cluster.argo.objects.Run;
import dev.sluice.cluster.argo.objects.Runs;
import dev.sluice.cluster.argo.objects.Services;
import dev.sluice.cluster.argo.read.Parts;
import dev.sluice.cluster.argo.read.Projection;
import dev.sluice.cluster.watch.Decoder;
import dev.sluice.cluster.watch.Item;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Resource;
import dev.sluice.release.Analysis;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.release.Strategy;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A release read straight from the API server, by quorum and not from a watch's cache. The rollout
/// comes last, so that it is no older than the rest. Pods are not counted.
record Sighting(ApiClient api, ReleaseRef ref) {

  Result<Release> take() {
    return list(new ReplicaSets(), "")
        .then(sets -> one(new Rollouts(), ref.name()).then(rollout -> whole(rollout, sets)));
  }

  private Result<Release> whole(Rollout rollout, List<ReplicaSet> sets) {
    var owned = sets.stream().filter(set -> set.owner().equals(rollout.meta().uid())).toList();
    var parts =
        new Parts(rollout, owned, Map.of(), runs(rollout), selections(rollout), Optional.empty());
    return Result.ok(Projection.of(ref.context(), parts));
  }

  /// A user who may not see them gets what the controller wrote of them, not a failure.
  private Map<String, String> selections(Rollout rollout) {
    return rollout.strategy() instanceof Strategy.BlueGreen(var active, _, _, _)
        ? one(new Services(), active)
            .map(selection -> Map.of(selection.service(), selection.hash()))
            .orElse(_ -> Map.of())
        : Map.of();
  }

  /// Only an analysis without an answer decides an action.
  private List<Run> runs(Rollout rollout) {
    boolean asked = rollout.status().pauses().stream().anyMatch(pause -> pause.inconclusive());
    return asked
        ? list(new Runs(Analysis.Kind.ANALYSIS_RUN), current(rollout))
            .map(runs -> runs.stream().filter(r -> r.owner().equals(rollout.meta().uid())).toList())
            .orElse(_ -> List.of())
        : List.of();
  }

  private static String current(Rollout rollout) {
    return "labelSelector=" + Rollout.HASH + "%3D" + rollout.status().currentHash();
  }

  private <T> Result<T> one(Kind<T> kind, String name) {
    return api.get(path(kind) + "/" + name, in -> new Decoder<>(kind).item(in)).then(this::record);
  }

  private <T> Result<T> record(Item<T> item) {
    return item.record()
        .<Result<T>>map(Result::ok)
        .orElseGet(() ->
            Result.failed(
                new Failure.BadAnswer(
                    api.context(),
                    item.problem().orElseGet(() -> Words.of("argo.unread", item.meta().name())))));
  }

  private <T> Result<List<T>> list(Kind<T> kind, String narrowing) {
    var query = narrowing.isEmpty() ? kind.narrowing() : narrowing;
    return api.get(path(kind) + "?" + query, in -> new Decoder<>(kind).page(in))
        .map(page -> page.items().stream().flatMap(item -> item.record().stream()).toList());
  }

  private String path(Kind<?> kind) {
    return new Resource<>(kind, Optional.of(ref.namespace())).path();
  }
}
