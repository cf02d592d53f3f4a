package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.WorkloadRef;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Argo's Rollouts, `argoproj.io/v1alpha1`.
public final class Rollouts implements Kind<Rollout> {
  private static final Set<String> KEPT =
      Stream.concat(Owners.MARKS.stream(), Stream.of(Rollout.WORKLOAD_GENERATION))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String group() {
    return "/apis/argoproj.io/v1alpha1";
  }

  @Override
  public String plural() {
    return "rollouts";
  }

  @Override
  public Set<String> kept() {
    return KEPT;
  }

  @Override
  public boolean keeps(String name) {
    return KEPT.contains(name) || SignReader.concerns(name);
  }

  @Override
  public Reader<Rollout> reader() {
    return new Fields();
  }

  private static final class Fields implements Reader<Rollout> {
    private final StrategyReader strategy = new StrategyReader();
    private final RolloutStatus.Reader status = new RolloutStatus.Reader();
    private OptionalInt replicas = OptionalInt.empty();
    private boolean paused;
    private Optional<Instant> restartAt = Optional.empty();
    private Optional<WorkloadRef> workload = Optional.empty();
    private OptionalInt rollbackWindow = OptionalInt.empty();

    @Override
    public void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "spec" -> in.object(inner -> spec(inner, in));
        case "status" -> in.object(inner -> status.field(inner, in));
        default -> {}
      }
    }

    private void spec(String field, Cursor in) throws IOException {
      switch (field) {
        case "replicas" -> replicas = in.optionalNumber();
        case "paused" -> paused = in.flag();
        case "restartAt" -> restartAt = in.time();
        case "strategy" -> in.object(inner -> strategy.field(inner, in));
        case "workloadRef" -> workload = Optional.of(workload(in));
        case "rollbackWindow" -> in.object(inner -> window(inner, in));
        default -> {}
      }
    }

    private static WorkloadRef workload(Cursor in) throws IOException {
      var found = in.texts(Set.of("apiVersion", "kind", "name"));
      return new WorkloadRef(
          found.getOrDefault("apiVersion", ""),
          found.getOrDefault("kind", ""),
          found.getOrDefault("name", ""));
    }

    private void window(String field, Cursor in) throws IOException {
      if (field.equals("revisions")) {
        rollbackWindow = in.optionalNumber();
      }
    }

    @Override
    public Optional<Rollout> done(Meta meta) {
      return Optional.of(
          new Rollout(
              meta,
              strategy.done(),
              replicas.orElse(1),
              paused,
              restartAt,
              workload,
              rollbackWindow,
              strategy.maxWeight(),
              status.done()));
    }
  }
}
