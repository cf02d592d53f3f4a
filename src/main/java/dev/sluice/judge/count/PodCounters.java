package dev.sluice.judge.count;

import dev.sluice.judge.count.Counter.Kind;
import java.util.List;
import java.util.Optional;

/// All counters of one pod. Each is differenced by itself before they are summed.
///
/// @param fresh how old a sample may be at an edge, milliseconds
record PodCounters(String pod, List<Counter> counters, long fresh) {

  /// What a pod's counters say of the time between two edges.
  sealed interface Said {

    /// So many.
    record Counted(Tally tally) implements Said {}

    /// It had not begun to count at the first edge, or is long gone.
    record Absent() implements Said {}

    /// It cannot be told.
    record Broken(Flaw flaw) implements Said {}
  }

  /// When it was first seen, epoch milliseconds.
  long first() {
    return counters.stream().mapToLong(Counter::first).min().orElse(Long.MAX_VALUE);
  }

  /// @param from first edge, epoch milliseconds
  /// @param gone how long nothing is heard of a pod that is taken to be no more, milliseconds
  Said between(long from, long to, long gone) {
    if (!there(to)) {
      boolean recently = last(to) > to - gone;
      return recently ? new Said.Broken(Flaw.GAP) : new Said.Absent();
    } else if (!there(from)) {
      return new Said.Absent();
    } else if (counters.stream().anyMatch(counter -> counter.resets(from, to))) {
      return new Said.Broken(Flaw.RESET);
    }
    return sum(from, to).<Said>map(Said.Counted::new).orElseGet(() -> new Said.Broken(Flaw.GAP));
  }

  private boolean there(long edge) {
    return counters.stream()
        .anyMatch(
            counter -> counter.kind() == Kind.ALL && !Double.isNaN(counter.at(edge, edge - fresh)));
  }

  private long last(long edge) {
    return counters.stream().mapToLong(counter -> counter.last(edge)).max().orElse(Long.MIN_VALUE);
  }

  private Optional<Tally> sum(long from, long to) {
    double all = rise(Kind.ALL, from, to);
    boolean inverse = counters.stream().anyMatch(counter -> counter.kind() == Kind.GOOD);
    double bad = inverse ? all - rise(Kind.GOOD, from, to) : rise(Kind.BAD, from, to);
    if (Double.isNaN(all + bad)) {
      return Optional.empty();
    }
    long requests = Math.round(all);
    return Optional.of(new Tally(requests, Math.clamp(Math.round(bad), 0, requests)));
  }

  private double rise(Kind kind, long from, long to) {
    return counters.stream()
        .filter(counter -> counter.kind() == kind)
        .mapToDouble(counter -> rise(counter, from, to))
        .sum();
  }

  /// A counter that comes into being while its pod already counts began at 0; one that is no more
  /// while its pod still counts cannot be told.
  private double rise(Counter counter, long from, long to) {
    if (counter.first() > to) {
      return 0;
    }
    double start = counter.first() > from ? 0 : counter.at(from, from - fresh);
    return counter.at(to, to - fresh) - start;
  }
}
