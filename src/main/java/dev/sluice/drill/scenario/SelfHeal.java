package dev.sluice.drill.scenario;

import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A GitOps controller: whatever the repository says is put back after a while. The repository says
/// that the new image is out.
final class SelfHeal implements Controller {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final World world;
  private final Manifests manifests;
  private final Subject subject;
  private final Runnable healed;
  private @Nullable Instant differs;

  /// @param healed is told each time that something was put back
  SelfHeal(World world, Manifests manifests, Subject subject, Runnable healed) {
    this.world = world;
    this.manifests = manifests;
    this.subject = subject;
    this.healed = healed;
  }

  @Override
  public Optional<Instant> reconcile() {
    if (asTheRepositorySays()) {
      differs = null;
      return Optional.empty();
    }
    var now = world.now();
    var since = differs == null ? now : differs;
    differs = since;
    if (now.isBefore(since.plus(PATIENCE))) {
      return Optional.of(since.plus(PATIENCE));
    }
    differs = null;
    manifests.image(subject.namespace(), subject.rollout(), subject.fresh());
    healed.run();
    return Optional.empty();
  }

  private boolean asTheRepositorySays() {
    return world
        .get(Resource.ROLLOUTS, subject.namespace(), subject.rollout())
        .map(rollout -> rollout.at("/spec/template/spec/containers/0/image").asText())
        .filter(image -> !image.equals(subject.fresh()))
        .isEmpty();
  }
}
