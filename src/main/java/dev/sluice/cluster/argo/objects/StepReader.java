package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.release.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Collects one canary step. Argo's schema allows one kind a step.
final class StepReader {
  private String kind = "";
  private int weight;
  private Optional<Duration> duration = Optional.empty();
  private OptionalInt scaleReplicas = OptionalInt.empty();
  private OptionalInt scalePercent = OptionalInt.empty();
  private final List<String> templates = new ArrayList<>();

  void field(String field, Cursor in) throws IOException {
    kind = field;
    switch (field) {
      case "setWeight" -> weight = in.number();
      case "pause" -> in.object(inner -> pause(inner, in));
      case "analysis" -> in.object(inner -> analysis(inner, in));
      case "setCanaryScale" -> in.object(inner -> scale(inner, in));
      default -> {}
    }
  }

  private void pause(String field, Cursor in) throws IOException {
    if (field.equals("duration")) {
      duration = GoDuration.parse(in.textOrNumber());
    }
  }

  private void analysis(String field, Cursor in) throws IOException {
    if (field.equals("templates")) {
      in.list(_ -> in.object(inner -> template(inner, in)));
    }
  }

  private void template(String field, Cursor in) throws IOException {
    if (field.equals("templateName")) {
      templates.add(in.word());
    }
  }

  private void scale(String field, Cursor in) throws IOException {
    switch (field) {
      case "replicas" -> scaleReplicas = in.optionalNumber();
      case "weight" -> scalePercent = in.optionalNumber();
      default -> {}
    }
  }

  Step done(int maxWeight) {
    return switch (kind) {
      case "setWeight" -> new Step.SetWeight(Percent.of(weight, maxWeight));
      case "pause" -> new Step.Pause(duration);
      case "analysis" -> new Step.Analysis(templates);
      case "experiment" -> new Step.Experiment();
      case "setCanaryScale" -> new Step.SetCanaryScale(scaleReplicas, scalePercent);
      default -> new Step.Other(kind);
    };
  }
}
