package dev.sluice.cluster.argo.objects;

import dev.sluice.release.Analysis;
import java.time.Instant;

/// An AnalysisRun or an Experiment.
///
/// @param owner uid of the rollout, or of the experiment that runs this analysis
public record Run(String uid, String owner, Instant created, Analysis analysis) {

  /// This analysis as one of the revision its experiment is about; by itself it does not say.
  public Run ranIn(Run experiment) {
    var about =
        new Analysis(
            analysis.name(),
            analysis.kind(),
            experiment.analysis.podHash(),
            analysis.phase(),
            analysis.message(),
            analysis.metrics(),
            analysis.began(),
            analysis.ended());
    return new Run(uid, owner, created, about);
  }
}
