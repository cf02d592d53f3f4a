package dev.sluice.drill.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.util.Optional;

/// Keeps Rollouts within the limits of their HorizontalPodAutoscalers. They have no metrics to go
/// by, as a real one has none without a metrics API.
public final class Autoscalers implements Controller {
  private final World world;

  public Autoscalers(World world) {
    this.world = world;
  }

  @Override
  public Optional<Instant> reconcile() {
    world.list(Resource.HORIZONTAL_POD_AUTOSCALERS).forEach(this::keep);
    return Optional.empty();
  }

  private void keep(ObjectNode autoscaler) {
    var target = autoscaler.at("/spec/scaleTargetRef");
    if (target.path("kind").asText().equals(Resource.ROLLOUTS.kind())) {
      world
          .get(
              Resource.ROLLOUTS,
              autoscaler.at("/metadata/namespace").asText(),
              target.path("name").asText())
          .ifPresent(rollout -> keep(autoscaler, rollout));
    }
  }

  /// One that is scaled to nothing is left alone.
  private void keep(ObjectNode autoscaler, ObjectNode rollout) {
    int now = rollout.at("/spec/replicas").asInt(1);
    int least = autoscaler.at("/spec/minReplicas").asInt(1);
    int most = Math.max(least, autoscaler.at("/spec/maxReplicas").asInt());
    int within = Math.clamp(now, least, most);
    if (now != 0 && now != within) {
      rollout.withObject("/spec").put("replicas", within);
      world.update(Resource.ROLLOUTS, rollout);
    }
  }
}
