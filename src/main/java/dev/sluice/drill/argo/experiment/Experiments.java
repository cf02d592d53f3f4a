package dev.sluice.drill.argo.experiment;

import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.argo.model.ReplicaSet;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes every Experiment of the drill a step on at each look, as Argo Rollouts 1.10.1 would.
public final class Experiments {
  private final World world;

  public Experiments(World world) {
    this.world = world;
  }

  /// Brings every Experiment a step on.
  ///
  /// @param owned the ReplicaSets by the uid of what controls them
  /// @return when to look again though nothing changes
  public Optional<Instant> reconcile(Map<String, List<ReplicaSet>> owned) {
    var runs =
        world.list(Resource.ANALYSIS_RUNS).stream()
            .collect(Collectors.groupingBy(Owners::controller));
    return world.list(Resource.EXPERIMENTS).stream()
        .map(Experiment::new)
        .map(experiment ->
            new Look(
                    world,
                    experiment,
                    owned.getOrDefault(experiment.uid(), List.of()),
                    runs.getOrDefault(experiment.uid(), List.of()))
                .run())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }
}
