package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Times;
import dev.sluice.drill.world.Pods;
import dev.sluice.drill.world.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Renews the pods that are older than `restartAt`, as many at a time as may be missing.
final class Restarts {
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final Sync sync;

  Restarts(Sync sync) {
    this.sync = sync;
  }

  /// Takes away as many old pods as may go now.
  ///
  /// @return how many pods were taken away
  int reconcile() {
    var wish = sync.rollout().restartAt();
    if (wish.isEmpty() || wish.equals(sync.before().restartedAt())) {
      return 0;
    }
    if (sync.now().isBefore(wish.get())) {
      sync.cluster().wake(wish.get());
      return 0;
    }
    return restart(wish.get());
  }

  private int restart(Instant wish) {
    var pods = pods();
    int replicas = sync.rollout().replicas();
    int total = Math.max(replicas, sync.sets().sum(ReplicaSet::wanted));
    int atOnce = Math.max(1, sync.rollout().unavailable());
    long may = pods.stream().filter(Pods::ready).count() - (total - atOnce);
    var old = pods.stream().filter(pod -> born(pod).isBefore(wish)).toList();
    var gone = old.stream().limit(Math.max(0, may)).toList();
    gone.forEach(pod ->
        sync.cluster()
            .world()
            .delete(Resource.PODS, sync.rollout().namespace(), pod.at("/metadata/name").asText()));
    if (old.size() > gone.size()) {
      sync.cluster().wake(sync.now().plus(AGAIN));
    } else {
      sync.after().set("restartedAt", sync.rollout().spec().path("restartAt"));
    }
    return gone.size();
  }

  /// Those of the stable version first, then the new one's, then the others'.
  private List<ObjectNode> pods() {
    List<ReplicaSet> order = new ArrayList<>();
    sync.sets().left().ifPresent(order::add);
    sync.sets().current().ifPresent(order::add);
    order.addAll(sync.sets().others().stream().sorted(ReplicaSet.BY_AGE).toList());
    var owners = order.stream().map(ReplicaSet::uid).toList();
    return sync.cluster().world().list(Resource.PODS).stream()
        .filter(pod -> owners.contains(Owners.controller(pod)))
        .sorted(Comparator.comparingInt(pod -> owners.indexOf(Owners.controller(pod))))
        .toList();
  }

  private static Instant born(JsonNode pod) {
    return Times.read(pod.at("/metadata/creationTimestamp")).orElse(Instant.EPOCH);
  }
}
