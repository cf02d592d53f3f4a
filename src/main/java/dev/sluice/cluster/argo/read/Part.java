package dev.sluice.cluster.argo.read;

import dev.sluice.release.Failure;

/// The kinds of object that are watched for releases.
enum Part {
  ROLLOUTS(Need.ALWAYS),
  REPLICA_SETS(Need.ALWAYS),
  PODS(Need.ALWAYS),
  SERVICES(Need.ALWAYS),
  ANALYSIS_RUNS(Need.WHERE_KNOWN),
  EXPERIMENTS(Need.WHERE_KNOWN),
  AUTOSCALERS(Need.WHERE_ALLOWED);

  /// What it means that a kind cannot be watched.
  enum Need {
    /// A cluster without it cannot have releases.
    ALWAYS,
    /// A cluster that does not know it has none.
    WHERE_KNOWN,
    /// It only tells more, to those who may read it.
    WHERE_ALLOWED
  }

  private final Need need;

  Part(Need need) {
    this.need = need;
  }

  /// Whether releases can be shown as well when it is not to be had for that reason.
  boolean spared(Failure why) {
    return switch (need) {
      case ALWAYS -> false;
      case WHERE_KNOWN -> why instanceof Failure.Absent;
      case WHERE_ALLOWED -> why instanceof Failure.Absent || why instanceof Failure.Forbidden;
    };
  }
}
