package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Exit;
import dev.sluice.release.Waiting;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pods of rollouts, which carry the pod template hash.
public final class Pods implements Kind<Pod> {

  @Override
  public String group() {
    return "/api/v1";
  }

  @Override
  public String plural() {
    return "pods";
  }

  @Override
  public String narrowing() {
    return "labelSelector=" + Rollout.HASH;
  }

  @Override
  public Set<String> kept() {
    return Set.of();
  }

  @Override
  public Reader<Pod> reader() {
    return new Fields();
  }

  private static final class Fields implements Reader<Pod> {
    private final List<ContainerReader> containers = new ArrayList<>();
    private boolean ready;
    private @Nullable Instant unready;

    @Override
    public void field(String field, Cursor in) throws IOException {
      if (field.equals("status")) {
        in.object(inner -> status(inner, in));
      }
    }

    private void status(String field, Cursor in) throws IOException {
      switch (field) {
        case "conditions" -> in.list(_ -> condition(in));
        case "containerStatuses", "initContainerStatuses" ->
            in.list(_ -> containers.add(container(in)));
        default -> {}
      }
    }

    private void condition(Cursor in) throws IOException {
      var condition = new Condition();
      in.object(field -> condition.field(field, in));
      if (condition.type.equals("Ready")) {
        ready = condition.status.equals("True");
        unready = ready ? null : condition.since.orElse(null);
      }
    }

    private static ContainerReader container(Cursor in) throws IOException {
      var container = new ContainerReader();
      in.object(field -> container.field(field, in));
      return container;
    }

    @Override
    public Optional<Pod> done(Meta meta) {
      int restarts = 0;
      @Nullable Exit exit = null;
      @Nullable Waiting waiting = null;
      var builds = new ArrayList<Build>(containers.size());
      for (var container : containers) {
        restarts += container.restarts();
        exit = later(exit, container.exit(meta.name()).orElse(null));
        waiting = waiting == null ? container.waiting(meta.name()).orElse(null) : waiting;
        container.build().ifPresent(builds::add);
      }
      return Optional.of(
          new Pod(
              meta.uid(),
              meta.owner(),
              ready,
              unready,
              meta.leaving(),
              restarts,
              exit,
              waiting,
              List.copyOf(builds)));
    }

    private static @Nullable Exit later(@Nullable Exit one, @Nullable Exit other) {
      return one == null || (other != null && other.at().isAfter(one.at())) ? other : one;
    }
  }
}
