package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.analysis.Provider;
import dev.sluice.drill.argo.analysis.Runs;
import dev.sluice.drill.argo.experiment.Experiments;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.argo.model.Recorder;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.argo.model.Rollout;
import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes every Rollout of the drill a step on at each look, as Argo Rollouts 1.10.1 would.
public final class ArgoRollouts implements Controller {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final World world;
  private final Runs runs;
  private final Experiments experiments;
  private final Set<String> known = new HashSet<>();

  /// With a provider by which every metric is well.
  public ArgoRollouts(World world) {
    this(world, (_, _) -> Provider.Measurement.good("[1]"));
  }

  /// @param provider what the metrics of AnalysisRuns measure
  public ArgoRollouts(World world, Provider provider) {
    this.world = world;
    this.runs = new Runs(world, provider);
    this.experiments = new Experiments(world);
  }

  @Override
  public Optional<Instant> reconcile() {
    var wakes = new Wakes();
    runs.reconcile().ifPresent(wakes::at);
    Map<String, List<ReplicaSet>> owned =
        world.list(Resource.REPLICA_SETS).stream()
            .collect(
                Collectors.groupingBy(
                    Owners::controller, Collectors.mapping(ReplicaSet::new, Collectors.toList())));
    experiments.reconcile(owned).ifPresent(wakes::at);
    for (var rollout : world.list(Resource.ROLLOUTS)) {
      look(rollout, owned, wakes);
    }
    return wakes.soonest();
  }

  private void look(ObjectNode object, Map<String, List<ReplicaSet>> owned, Wakes wakes) {
    var rollout = new Rollout(object);
    var sets = owned.getOrDefault(rollout.uid(), List.of());
    try {
      if (known.add(rollout.uid())) {
        new Recorder(world).normal(object, "RolloutAddedToInformer", added(rollout));
      }
      new Look(new Cluster(world, wakes, rollout), rollout, sets).run();
    } catch (Refusal refusal) {
      // Somebody came between: that change brings the next look.
      if (refusal.code() != NOT_FOUND && refusal.code() != CONFLICT) {
        throw refusal;
      }
    }
  }

  private static String added(Rollout rollout) {
    return "Rollout resource added to informer: %s/%s"
        .formatted(rollout.namespace(), rollout.name());
  }
}
