package dev.sluice.metrics;

import dev.sluice.judge.count.Counter;
import java.util.ArrayList;
import java.util.List;

/// The raw counters of both revisions over one stretch of time.
///
/// @param partial whether the metrics server warned that its answer may not be the whole one
public record Counted(List<Counter> counters, boolean partial) {

  public Counted {
    counters = List.copyOf(counters);
  }

  Counted plus(Counted other) {
    var both = new ArrayList<>(counters);
    both.addAll(other.counters);
    return new Counted(both, partial || other.partial);
  }
}
