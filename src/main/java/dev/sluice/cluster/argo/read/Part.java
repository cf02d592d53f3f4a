package dev.sluice.cluster.argo.read;

/// The kinds of object that are watched for releases.
enum Part {
  ROLLOUTS(true),
  REPLICA_SETS(true),
  PODS(true),
  SERVICES(true),
  ANALYSIS_RUNS(false),
  EXPERIMENTS(false);

  /// Whether a cluster without this kind cannot have releases.
  final boolean always;

  Part(boolean always) {
    this.always = always;
  }
}
