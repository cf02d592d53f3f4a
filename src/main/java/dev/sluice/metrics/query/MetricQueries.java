package dev.sluice.metrics.query;

import dev.sluice.judge.Signal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What is asked for each signal, for either revision.
public record MetricQueries(Map<Signal, Pair> pairs) {

  public MetricQueries {
    pairs = Map.copyOf(pairs);
  }

  /// Both revisions' expressions; each gives one series, in the signal's unit.
  public record Pair(Template canary, Template stable) {}

  /// Empty when that signal is not measured.
  public Optional<Pair> pair(Signal signal) {
    return Optional.ofNullable(pairs.get(signal));
  }

  /// These, with `own` in the place of those of the same signal.
  public MetricQueries with(Map<Signal, Pair> own) {
    Map<Signal, Pair> all = new EnumMap<>(Signal.class);
    all.putAll(pairs);
    all.putAll(own);
    return new MetricQueries(all);
  }
}
