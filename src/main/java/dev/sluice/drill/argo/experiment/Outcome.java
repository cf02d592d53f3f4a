package dev.sluice.drill.argo.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.argo.analysis.Phase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sums up how an Experiment stands by its templates and its analyses.
///
/// @param now with what the statuses of its parts say now
record Outcome(Experiment now) {
  /// Of analyses; those that are worse come later.
  private static final List<String> BEST_FIRST =
      Stream.of(
              Phase.SUCCESSFUL,
              Phase.RUNNING,
              Phase.PENDING,
              Phase.INCONCLUSIVE,
              Phase.ERROR,
              Phase.FAILED)
          .map(Phase::toString)
          .toList();

  /// How it stands, and why.
  record Verdict(Phase phase, String message) {}

  /// Whether all pods serve.
  boolean runs() {
    return templates().phase() == Phase.RUNNING;
  }

  Verdict verdict() {
    var templates = templates();
    var analyses = analyses();
    boolean measured = analyses.phase().over();
    if (templates.phase().over()) {
      return templates.phase() == Phase.SUCCESSFUL && (measured || now.hasRequired())
          ? analyses
          : templates;
    }
    return (measured && analyses.phase() != Phase.SUCCESSFUL) || now.succeeded()
        ? analyses
        : templates;
  }

  private Verdict templates() {
    Optional<JsonNode> worst =
        now.templates()
            .map(template -> now.template(template.path("name").asText()))
            .max(Comparator.comparing(status -> TemplatePhase.of(status.path("status").asText())));
    var phase =
        worst
            .map(status -> TemplatePhase.of(status.path("status").asText()))
            .orElse(TemplatePhase.SUCCESSFUL);
    var message = worst.map(status -> status.path("message").asText()).orElse("");
    return new Verdict(
        switch (phase) {
          case SUCCESSFUL -> Phase.SUCCESSFUL;
          case RUNNING -> Phase.RUNNING;
          case PROGRESSING -> Phase.PENDING;
          case ERROR -> Phase.ERROR;
          case FAILED -> Phase.FAILED;
        },
        message);
  }

  private Verdict analyses() {
    Optional<JsonNode> worst =
        now.analyses()
            .map(analysis -> now.analysis(analysis.path("name").asText()))
            .max(Comparator.comparingInt(Outcome::badness));
    int badness = worst.map(Outcome::badness).orElse(0);
    if (now.succeeded() && badness <= BEST_FIRST.indexOf(Phase.RUNNING.toString())) {
      return new Verdict(Phase.SUCCESSFUL, "Required AnalysisRuns completed");
    }
    var phase = Phase.of(BEST_FIRST.get(badness));
    return new Verdict(
        phase == Phase.PENDING ? Phase.RUNNING : phase,
        badness == 0 ? "" : worst.orElseThrow().path("message").asText());
  }

  /// One that has not begun is as good as the best.
  private static int badness(JsonNode status) {
    return Math.max(0, BEST_FIRST.indexOf(status.path("phase").asText()));
  }
}
