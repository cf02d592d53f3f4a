package dev.sluice.metrics;

import dev.sluice.judge.count.Counter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// The raw counters of both revisions over one stretch of time.
///
/// @param partial whether the metrics server warned that its answer may not be the whole one, or
///   both revisions' histograms have other buckets
/// @param within what slow requests are slower than, seconds: the bucket of the histogram; empty
///   where there is none, or nothing of the kind was asked
public record Counted(List<Counter> counters, boolean partial, OptionalDouble within) {

  /// Nothing, and nothing amiss.
  static final Counted NONE = new Counted(List.of(), false, OptionalDouble.empty());

  public Counted {
    counters = List.copyOf(counters);
  }

  Counted plus(Counted other) {
    var both = new ArrayList<>(counters);
    both.addAll(other.counters);
    var bounds = DoubleStream.concat(within.stream(), other.within.stream()).distinct().toArray();
    return new Counted(
        both, partial || other.partial || bounds.length > 1, Arrays.stream(bounds).min());
  }
}
