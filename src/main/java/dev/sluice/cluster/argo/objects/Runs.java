package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Analysis;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Argo's AnalysisRuns, or its Experiments.
public final class Runs implements Kind<Run> {
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
    private final List<Analysis.Metric> metrics = new ArrayList<>();
    private String phase = "";
    private String message = "";

    Fields(Analysis.Kind kind) {
      this.kind = kind;
    }

    @Override
    public void field(String field, Cursor in) throws IOException {
      if (field.equals("status")) {
        in.object(inner -> status(inner, in));
      }
    }

    private void status(String field, Cursor in) throws IOException {
      switch (field) {
        case "phase" -> phase = in.word();
        case "message" -> message = in.text();
        case "metricResults" -> in.list(_ -> metrics.add(metric(in)));
        default -> {}
      }
    }

    private static Analysis.Metric metric(Cursor in) throws IOException {
      var metric = new Tally();
      in.object(field -> metric.field(field, in));
      return metric.done();
    }

    @Override
    public Optional<Run> done(Meta meta) {
      String hash = meta.labels().getOrDefault(Rollout.HASH, "");
      var analysis = new Analysis(meta.name(), kind, hash, phase, message, metrics);
      return Optional.of(
          new Run(meta.uid(), meta.owner(), meta.created().orElse(Instant.EPOCH), analysis));
    }
  }

  private static final class Tally {
    private String name = "";
    private String phase = "";
    private int count;
    private int successful;
    private int failed;
    private int inconclusive;
    private int error;

    void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "name" -> name = in.word();
        case "phase" -> phase = in.word();
        case "count" -> count = in.number();
        case "successful" -> successful = in.number();
        case "failed" -> failed = in.number();
        case "inconclusive" -> inconclusive = in.number();
        case "error" -> error = in.number();
        default -> {}
      }
    }

    Analysis.Metric done() {
      return new Analysis.Metric(name, phase, count, successful, failed, inconclusive, error);
    }
  }
}
