package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Analysis;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Argo's AnalysisRuns, or its Experiments.
public final class Runs implements Kind<Run> {
  private static final Set<String> CONDITION =
      Set.of("name", "successCondition", "failureCondition");

  private final Analysis.Kind kind;

  public Runs(Analysis.Kind kind) {
    this.kind = kind;
  }

  @Override
  public String group() {
    return "/apis/argoproj.io/v1alpha1";
  }

  @Override
  public String plural() {
    return switch (kind) {
      case ANALYSIS_RUN -> "analysisruns";
      case EXPERIMENT -> "experiments";
    };
  }

  @Override
  public Set<String> kept() {
    return Set.of(Rollout.HASH);
  }

  @Override
  public Reader<Run> reader() {
    return new Fields(kind);
  }

  private static final class Fields implements Reader<Run> {
    private final Analysis.Kind kind;
    private final List<MetricReader> metrics = new ArrayList<>();
    private final Map<String, String> conditions = new HashMap<>();
    private String phase = "";
    private String message = "";
    private Optional<Instant> ended = Optional.empty();

    Fields(Analysis.Kind kind) {
      this.kind = kind;
    }

    @Override
    public void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "spec" -> in.object(inner -> spec(inner, in));
        case "status" -> in.object(inner -> status(inner, in));
        default -> {}
      }
    }

    private void spec(String field, Cursor in) throws IOException {
      if (field.equals("metrics")) {
        in.list(_ -> condition(in.texts(CONDITION)));
      }
    }

    private void condition(Map<String, String> fields) {
      var success = fields.getOrDefault("successCondition", "");
      var failure = fields.getOrDefault("failureCondition", "");
      conditions.put(fields.getOrDefault("name", ""), success.isEmpty() ? failure : success);
    }

    private void status(String field, Cursor in) throws IOException {
      switch (field) {
        case "phase" -> phase = in.word();
        case "message" -> message = in.text();
        case "metricResults" -> in.list(_ -> metrics.add(metric(in)));
        case "completedAt", "availableAt" -> ended = in.time().or(() -> ended);
        default -> {}
      }
    }

    private static MetricReader metric(Cursor in) throws IOException {
      var metric = new MetricReader();
      in.object(field -> metric.field(field, in));
      return metric;
    }

    @Override
    public Optional<Run> done(Meta meta) {
      String hash = meta.labels().getOrDefault(Rollout.HASH, "");
      var read = metrics.stream().map(metric -> metric.done(conditions)).toList();
      var analysis =
          new Analysis(meta.name(), kind, hash, phase, message, read, meta.created(), end(read));
      return Optional.of(
          new Run(meta.uid(), meta.owner(), meta.created().orElse(Instant.EPOCH), analysis));
    }

    /// Older engines do not say when a run was over; its last measurement does.
    private Optional<Instant> end(List<Analysis.Metric> read) {
      if (phase.equals("Running") || phase.equals("Pending") || phase.isEmpty()) {
        return Optional.empty();
      }
      return ended.or(() ->
          read.stream()
              .flatMap(metric -> metric.measurements().stream())
              .map(Analysis.Measurement::at)
              .max(Instant::compareTo));
    }
  }
}
