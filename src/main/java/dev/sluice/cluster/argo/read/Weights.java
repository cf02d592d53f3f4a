package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.argo.objects.Percent;
import dev.sluice.cluster.argo.objects.ReplicaSet;
import dev.sluice.cluster.argo.objects.RolloutStatus;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import java.util.Optional;

/// Who gets the requests: what the step asks for, and what really stands.
final class Weights {
  private static final int ALL = 100;

  private Weights() {}

  static Traffic traffic(Parts parts) {
    return switch (parts.rollout().strategy()) {
      case Strategy.Canary canary -> weighted(parts, canary);
      case Strategy.BlueGreen blueGreen -> switched(parts, blueGreen);
    };
  }

  private static Traffic weighted(Parts parts, Strategy.Canary canary) {
    var status = parts.rollout().status();
    int asked = status.abort() ? 0 : canary.weightAt(status.step().orElse(0));
    return new Traffic.Weighted(asked, served(parts, canary, asked));
  }

  /// Unlike Argo's command line this does not say 100 as soon as no step is left, but when the new
  /// revision is stable: a full promotion passes its steps at once, and its traffic moves later.
  private static int served(Parts parts, Strategy.Canary canary, int asked) {
    RolloutStatus status = parts.rollout().status();
    boolean noStepLeft = status.step().orElse(0) >= canary.steps().size();
    if (noStepLeft && status.stableHash().equals(status.currentHash())) {
      return ALL;
    }
    if (status.available() == 0) {
      return 0;
    }
    if (canary.router().isEmpty()) {
      return Percent.of(availableCanary(parts), status.available());
    }
    return status.weight().isPresent()
        ? Percent.of(status.weight().getAsInt(), parts.rollout().maxWeight())
        : asked;
  }

  private static int availableCanary(Parts parts) {
    RolloutStatus status = parts.rollout().status();
    return parts.replicaSets().stream()
        .map(ReplicaSet::revision)
        .filter(revision -> revision.podHash().equals(status.currentHash()))
        .filter(revision -> !revision.podHash().equals(status.stableHash()))
        .mapToInt(revision -> revision.available())
        .sum();
  }

  /// The Service's own selector is where the requests go; what the controller last meant it to be
  /// stands in only while the Service is not seen.
  private static Traffic switched(Parts parts, Strategy.BlueGreen blueGreen) {
    RolloutStatus status = parts.rollout().status();
    return new Traffic.Switched(
        selected(parts, Optional.of(blueGreen.activeService()), status.active()),
        selected(parts, blueGreen.previewService(), status.preview()));
  }

  private static Optional<String> selected(Parts parts, Optional<String> service, String meant) {
    return service
        .map(name -> parts.selections().getOrDefault(name, ""))
        .filter(hash -> !hash.isEmpty())
        .or(() -> Optional.of(meant).filter(hash -> !hash.isEmpty()));
  }
}
