package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.store.Labels;
import java.util.List;
import java.util.stream.Stream;

/// Which series of both sides belong together: those with the same values of these labels.
///
/// @param on whether only the labels count, or all but them
record Matching(boolean on, List<String> labels) {
  /// All labels count.
  static final Matching ALL = new Matching(false, List.of());

  Matching {
    labels = List.copyOf(labels);
  }

  /// Series with the same key belong together.
  Labels key(Labels of) {
    return on
        ? of.only(labels)
        : of.without(Stream.concat(labels.stream(), Stream.of(Labels.NAME)).toList());
  }

  /// What an operator leaves of the labels where one series belongs to one.
  Labels result(Labels of) {
    return on ? of.only(labels) : of.without(labels);
  }
}
