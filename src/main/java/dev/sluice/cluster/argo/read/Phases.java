package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.argo.objects.Rollout;
import dev.sluice.cluster.argo.objects.RolloutStatus;
import dev.sluice.release.Phase;
import dev.sluice.release.Progress;
import dev.sluice.release.Strategy;
import java.util.OptionalInt;

/// Where a rollout stands. The order of the questions and the sentences are those of Argo's own
/// command line (`utils/rollout`), so that both say the same.
final class Phases {
  private Phases() {}

  private record Standing(Phase phase, String message) {}

  static Progress progress(Rollout rollout) {
    RolloutStatus status = rollout.status();
    Standing standing = standing(rollout);
    return new Progress(
        standing.phase,
        standing.message,
        rollout.strategy() instanceof Strategy.Canary ? status.step() : OptionalInt.empty(),
        rollout.paused(),
        status.pauses(),
        status.controllerPause(),
        status.abort(),
        status.abortedAt(),
        status.promoteFull(),
        rollout.restarting(),
        status.completedAt());
  }

  /// The generation that the controller has acted upon, 0 for none.
  static long observed(Rollout rollout) {
    return number(rollout.status().observedGeneration());
  }

  private static Standing standing(Rollout rollout) {
    RolloutStatus status = rollout.status();
    long observed = observed(rollout);
    if (observed > 0 && observed < rollout.meta().generation()) {
      return progressing("waiting for rollout spec update to be observed");
    }
    if (status.controllerPause() && status.pauses().isEmpty()) {
      return progressing("waiting for rollout to unpause");
    }
    if (rollout.workload().isPresent() && !workloadObserved(rollout)) {
      return progressing(
          "waiting for rollout spec update to be observed for the reference workload");
    }
    return status.phase().isEmpty()
        ? unspoken(rollout)
        : new Standing(phase(status.phase()), status.message());
  }

  private static boolean workloadObserved(Rollout rollout) {
    long asked = number(rollout.meta().annotations().getOrDefault(Rollout.WORKLOAD_GENERATION, ""));
    long observed = number(rollout.status().workloadObservedGeneration());
    return asked == 0 || observed == 0 || asked == observed;
  }

  private static Phase phase(String word) {
    return switch (word) {
      case "Progressing" -> Phase.PROGRESSING;
      case "Paused" -> Phase.PAUSED;
      case "Healthy" -> Phase.HEALTHY;
      case "Degraded" -> Phase.DEGRADED;
      default -> Phase.UNKNOWN;
    };
  }

  /// A controller that writes a status at all writes the phase too, so here is no status yet.
  private static Standing unspoken(Rollout rollout) {
    if (rollout.paused()) {
      return new Standing(Phase.PAUSED, "manually paused");
    }
    if (rollout.restarting()) {
      return progressing("rollout is restarting");
    }
    if (rollout.replicas() > 0) {
      return progressing("more replicas need to be updated");
    }
    return switch (rollout.strategy()) {
      case Strategy.Canary _ -> progressing("waiting for all steps to complete");
      case Strategy.BlueGreen _ -> progressing("active service cutover pending");
    };
  }

  private static Standing progressing(String message) {
    return new Standing(Phase.PROGRESSING, message);
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
