package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.store.Labels;
import java.util.List;

/// What an expression is at one moment.
public sealed interface Value {

  record Scalar(double value) implements Value {}

  record Text(String text) implements Value {}

  /// No two of them with the same labels.
  record Vector(List<Sample> samples) implements Value {
    public Vector {
      samples = List.copyOf(samples);
    }
  }

  /// One series' value.
  record Sample(Labels labels, double value) {
    Sample with(double other) {
      return new Sample(labels, other);
    }

    /// Once it is changed, a value is no longer what its name says.
    Sample unnamed(double other) {
      return new Sample(labels.without(List.of(Labels.NAME)), other);
    }
  }
}
