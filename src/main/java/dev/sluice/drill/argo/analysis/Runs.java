package dev.sluice.drill.argo.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Recorder;
import dev.sluice.drill.argo.model.Times;
import dev.sluice.drill.json.Sameness;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Measures and judges AnalysisRuns.
public final class Runs {
  private static final int KEPT = 10;

  private final World world;
  private final Provider provider;
  private final Recorder recorder;

  public Runs(World world, Provider provider) {
    this.world = world;
    this.provider = provider;
    this.recorder = new Recorder(world);
  }

  /// Brings every run a step on.
  ///
  /// @return when to look again though nothing changes
  public Optional<Instant> reconcile() {
    return world.list(Resource.ANALYSIS_RUNS).stream()
        .filter(run -> !phase(run).over())
        .map(this::reconcile)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /// How a run stands.
  public static Phase phase(JsonNode run) {
    return Phase.of(run.at("/status/phase").asText());
  }

  private Optional<Instant> reconcile(ObjectNode run) {
    var before = run.deepCopy();
    var status = run.withObject("/status");
    var begun = Times.read(status.path("startedAt")).orElse(world.now());
    status.put("startedAt", Times.text(begun));
    var metrics = run.at("/spec/metrics").valueStream().map(spec -> metric(status, spec)).toList();
    boolean ends = run.at("/spec/terminate").asBoolean();
    metrics.stream()
        .filter(metric -> !ends && !doomed(metrics))
        .filter(metric -> metric.due(begun).filter(due -> !world.now().isBefore(due)).isPresent())
        .forEach(metric -> measure(run, metric));
    assess(run, status, metrics, ends);
    trim(status);
    if (!Sameness.of(before, run)) {
      world.update(Resource.ANALYSIS_RUNS, run);
    }
    return phase(run).over() ? Optional.empty() : next(metrics, begun);
  }

  private static Metric metric(ObjectNode status, JsonNode spec) {
    var results = status.withArray("/metricResults");
    for (var result : results) {
      if (result.path("name").equals(spec.path("name"))) {
        return new Metric(spec, (ObjectNode) result);
      }
    }
    return new Metric(spec, results.objectNode().put("name", spec.path("name").asText()));
  }

  private void measure(ObjectNode run, Metric metric) {
    if (!metric.measured()) {
      metric.result().put("phase", Phase.RUNNING.toString());
      run.withObject("/status").withArray("/metricResults").add(metric.result());
    }
    metric.add(provider.measure(run, metric.spec()), world.now());
  }

  /// One that has failed ends the others.
  private static boolean doomed(List<Metric> metrics) {
    return metrics.stream().anyMatch(metric -> metric.phase().bad());
  }

  private void assess(ObjectNode run, ObjectNode status, List<Metric> metrics, boolean asked) {
    boolean ends = asked || doomed(metrics);
    var worst = Phase.PENDING;
    var message = asked ? "Run Terminated" : "";
    boolean all = true;
    for (var metric : metrics) {
      var phase = metric.measured() ? metric.assess(ends) : Phase.PENDING;
      note(run, metric, phase);
      all &= phase.over();
      if (phase.over() && phase.compareTo(worst) > 0) {
        worst = phase;
        message = metric.broken().map(verdict -> why(metric, phase, verdict)).orElse(message);
      }
    }
    summary(status, metrics);
    var phase = phase(all, ends, worst);
    if (phase != phase(run)) {
      status.put("phase", phase.toString());
      if (phase.over()) {
        status.put("message", message).put("completedAt", Times.text(world.now()));
        event(run, "AnalysisRun" + phase, "Analysis Completed. Result: " + phase, phase);
      }
    }
  }

  private static Phase phase(boolean all, boolean ends, Phase worst) {
    if (ends) {
      return worst.over() ? worst : Phase.SUCCESSFUL;
    }
    return all && worst.over() ? worst : Phase.RUNNING;
  }

  private static String why(Metric metric, Phase phase, Metric.Verdict verdict) {
    var last = metric.result().path("message").asText();
    return "Metric \"%s\" assessed %s due to %s".formatted(metric.name(), phase, verdict.why())
        + (last.isEmpty() ? "" : ": \"Error Message: " + last + "\"");
  }

  private void note(ObjectNode run, Metric metric, Phase phase) {
    if (!metric.measured() || phase == metric.phase()) {
      return;
    }
    metric.result().put("phase", phase.toString());
    var measurements = metric.result().path("measurements");
    var message = measurements.path(measurements.size() - 1).path("message");
    if (!message.isMissingNode()) {
      metric.result().set("message", message);
    }
    if (phase.over()) {
      event(
          run,
          "Metric" + phase,
          "Metric '%s' Completed. Result: %s".formatted(metric.name(), phase),
          phase);
    }
  }

  private void event(ObjectNode run, String reason, String message, Phase phase) {
    if (phase.bad()) {
      recorder.warning(run, reason, message);
    } else {
      recorder.normal(run, reason, message);
    }
  }

  private static void summary(ObjectNode status, List<Metric> metrics) {
    var summary = status.putObject("runSummary").put("count", metrics.size());
    for (var metric : metrics) {
      if (metric.phase().over()) {
        var name = metric.phase().toString().toLowerCase(Locale.ROOT);
        summary.put(name, summary.path(name).asInt() + 1);
      }
    }
    status.putObject("dryRunSummary");
  }

  private static void trim(ObjectNode status) {
    for (var result : status.path("metricResults")) {
      var measurements = ((ObjectNode) result).withArray("/measurements");
      while (measurements.size() > KEPT) {
        measurements.remove(0);
      }
    }
  }

  private Optional<Instant> next(List<Metric> metrics, Instant begun) {
    return metrics.stream()
        .flatMap(metric -> metric.due(begun).stream())
        .filter(due -> due.isAfter(world.now()))
        .min(Comparator.naturalOrder());
  }
}
