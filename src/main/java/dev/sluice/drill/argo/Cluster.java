package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Recorder;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Rollout;
import dev.sluice.drill.argo.model.Times;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the controller changes in the cluster for one Rollout, and the Events it writes about it.
final class Cluster {
  static final String MANAGED_BY = "argo-rollouts.argoproj.io/managed-by-rollouts";

  private final World world;
  private final Wakes wakes;
  private final Recorder recorder;
  private final Rollout rollout;

  Cluster(World world, Wakes wakes, Rollout rollout) {
    this.world = world;
    this.wakes = wakes;
    this.recorder = new Recorder(world);
    this.rollout = rollout;
  }

  World world() {
    return world;
  }

  Instant now() {
    return world.now();
  }

  void wake(Instant moment) {
    wakes.at(moment);
  }

  void event(String reason, String message) {
    recorder.normal(rollout.copy(), reason, message);
  }

  void warning(String reason, String message) {
    recorder.warning(rollout.copy(), reason, message);
  }

  /// Writes everything of the Rollout but its status.
  void write(ObjectNode changed) {
    rollout.became(world.update(Resource.ROLLOUTS, changed));
  }

  /// Writes the Rollout's status. A Rollout that has changed since it was read is left alone: the
  /// change makes the controller look again.
  void writeStatus(ObjectNode status) {
    var changed = rollout.copy();
    changed.set("status", status);
    rollout.became(world.updateStatus(Resource.ROLLOUTS, changed));
  }

  void write(ReplicaSet set, ObjectNode changed) {
    set.became(world.update(Resource.REPLICA_SETS, changed));
  }

  /// Gives a ReplicaSet that many pods.
  ///
  /// @param keepsDeadline whether its deadline outlives its last pod
  /// @return whether the number changed
  boolean scale(ReplicaSet set, int wanted, boolean keepsDeadline) {
    int before = set.wanted();
    var desired = Integer.toString(rollout.replicas());
    boolean noted =
        set.annotation(ReplicaSet.DESIRED).asText().equals(desired)
            && !(rollout.replicas() == 0 && set.hasDeadline());
    if (before == wanted && noted) {
      return false;
    }
    var changed = set.copy();
    changed.withObject("/spec").put("replicas", wanted);
    var annotations = changed.withObject("/metadata").withObject("/annotations");
    annotations.put(ReplicaSet.DESIRED, desired);
    if (wanted == 0 && !keepsDeadline) {
      annotations.remove(ReplicaSet.DEADLINE);
    }
    write(set, changed);
    if (before == wanted) {
      return false;
    }
    event(
        "ScalingReplicaSet",
        "Scaled %s ReplicaSet %s (revision %d) from %d to %d"
            .formatted(
                before < wanted ? "up" : "down", set.name(), set.revision(), before, wanted));
    return true;
  }

  /// Lets the pods of a ReplicaSet go after that time; takes a deadline away when it is zero.
  void scaleDownIn(ReplicaSet set, Duration delay) {
    var changed = set.copy();
    var annotations = changed.withObject("/metadata").withObject("/annotations");
    if (delay.isZero()) {
      annotations.remove(ReplicaSet.DEADLINE);
    } else {
      annotations.put(ReplicaSet.DEADLINE, Times.text(now().plus(delay)));
    }
    write(set, changed);
  }

  Optional<ObjectNode> service(String name) {
    return name.isEmpty()
        ? Optional.empty()
        : world.get(Resource.SERVICES, rollout.namespace(), name);
  }

  /// The hash a Service selects by; empty when it does not, or is not there.
  static String selected(Optional<? extends JsonNode> service) {
    return service
        .map(found -> found.at("/spec/selector").path(ReplicaSet.HASH).asText())
        .orElse("");
  }

  static boolean managed(JsonNode service) {
    return service.at("/metadata/annotations").has(MANAGED_BY);
  }

  void select(ObjectNode service, String hash) {
    var before = selected(Optional.of(service));
    if (before.equals(hash) && managed(service)) {
      return;
    }
    if (!managed(service)) {
      service.withObject("/metadata").withObject("/annotations").put(MANAGED_BY, rollout.name());
    }
    service.withObject("/spec").withObject("/selector").put(ReplicaSet.HASH, hash);
    world.update(Resource.SERVICES, service);
    event(
        "SwitchService",
        "Switched selector for service '%s' from '%s' to '%s'"
            .formatted(service.at("/metadata/name").asText(), before, hash));
  }
}
