package dev.sluice.cluster.argo.objects;

import dev.sluice.release.Analysis;
import java.time.Instant;

/// An AnalysisRun or an Experiment.
///
/// @param owner uid of the rollout, or of the experiment that runs this analysis
public record Run(String uid, String owner, Instant created, Analysis analysis) {}
