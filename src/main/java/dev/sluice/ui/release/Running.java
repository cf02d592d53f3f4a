package dev.sluice.ui.release;

import dev.sluice.release.Analysis;
import dev.sluice.release.Release;
import dev.sluice.release.Threshold;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.chart.RunView;
import dev.sluice.ui.control.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Makes the rows of the engine's own analyses and experiments.
///
/// @param now server time
record Running(Release release, Instant now) {

  List<RunView> views() {
    return release.analyses().stream().flatMap(this::rows).toList();
  }

  private Stream<RunView> rows(Analysis run) {
    return run.metrics().isEmpty()
        ? Stream.of(whole(run))
        : run.metrics().stream().map(metric -> row(run, metric));
  }

  /// An experiment, or an analysis before its first measurement.
  private RunView whole(Analysis run) {
    String words = run.message().isEmpty() ? phase(run.phase()) : run.message();
    return new RunView(
        run.name(),
        Texts.of(
            switch (run.kind()) {
              case ANALYSIS_RUN -> "runs.analysis";
              case EXPERIMENT -> "runs.experiment";
            }),
        mark(run.phase()),
        words,
        "",
        run.began().orElse(now),
        run.ended(),
        OptionalDouble.empty(),
        List.of());
  }

  private RunView row(Analysis run, Analysis.Metric metric) {
    return new RunView(
        metric.name(),
        run.name(),
        metric.hollow() ? Mark.WARNING : mark(metric.phase()),
        metric.hollow() ? Texts.of("runs.hollow") : tally(metric),
        metric.condition(),
        run.began().orElse(now),
        run.ended(),
        Threshold.of(metric.condition())
            .map(threshold -> OptionalDouble.of(threshold.value()))
            .orElse(OptionalDouble.empty()),
        metric.measurements().stream().map(Running::dot).toList());
  }

  private static RunView.Dot dot(Analysis.Measurement measured) {
    return new RunView.Dot(measured.at(), mark(measured.phase()), measured.value());
  }

  private static String tally(Analysis.Metric metric) {
    int bad = metric.bad();
    String counts =
        bad == 0
            ? Texts.of("runs.good", metric.successful())
            : Texts.of("runs.mixed", metric.successful(), bad);
    return last(metric).map(value -> Texts.of("runs.last", counts, value)).orElse(counts);
  }

  private static Optional<String> last(Analysis.Metric metric) {
    return metric.measurements().isEmpty()
        ? Optional.empty()
        : metric.measurements().getLast().value().stream().mapToObj(Figures::brief).findFirst();
  }

  private static String phase(String phase) {
    return phase.isEmpty() ? "Pending" : phase;
  }

  private static Mark mark(String phase) {
    return switch (phase) {
      case "Successful" -> Mark.GOOD;
      case "Failed", "Error" -> Mark.BAD;
      case "Inconclusive" -> Mark.WARNING;
      default -> Mark.HALF;
    };
  }
}
