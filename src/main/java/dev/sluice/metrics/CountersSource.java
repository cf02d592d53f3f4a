package dev.sluice.metrics;

import dev.sluice.judge.Signal;
import dev.sluice.judge.count.Counter;
import dev.sluice.judge.count.Counter.Arm;
import dev.sluice.judge.count.Counter.Kind;
import dev.sluice.metrics.prometheus.Grid;
import dev.sluice.metrics.prometheus.Matrix;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.prometheus.Query;
import dev.sluice.metrics.query.Placeholder;
import dev.sluice.metrics.query.Preset;
import dev.sluice.metrics.query.Template;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Raw counters of releases for the judge, as a preset's metrics have them: cumulative, a series a
/// pod, at times that all of them share. Blocks its thread; safe for use by many.
public final class CountersSource {
  private static final String WARNING = "metrics.notice.warning";
  private static final int MOST = 10_000;
  private static final Duration SPARSE = Duration.ofMinutes(1);

  private final Prometheus prometheus;
  private final Preset preset;
  private final Duration scrape;

  /// @param scrape how often the metrics server measures
  public CountersSource(Prometheus prometheus, Preset preset, Duration scrape) {
    this.prometheus = prometheus;
    this.preset = preset;
    this.scrape = scrape;
  }

  /// What must not change while counts are added up: whose metrics they are, and how often they are
  /// scraped.
  record Basis(Preset preset, Duration scrape) {}

  Basis basis() {
    return new Basis(preset, scrape);
  }

  /// The service's error budget, reckoned from the same counters.
  Account account() {
    return new Account(prometheus, preset);
  }

  /// How far apart the times are that are asked for; edges of slices lie on whole ones of it.
  public Duration step() {
    return Duration.ofMillis(Grid.over(Instant.EPOCH, Instant.EPOCH, MOST, scrape).step());
  }

  /// What each signal's bad requests are counted by, between both moments: [Signal#ERROR_RATE] by
  /// all and failed ones, anything else by all and those no slower than `within`. All are asked for
  /// once, whatever the signals. Slow ones are counted by the largest bucket of the histogram that
  /// is not above `within`. Anything that cannot be had fails the whole, since a verdict on a part
  /// would be none.
  public Result<Map<Signal, Counted>> read(
      Release release, List<Signal> signals, Duration within, Instant from, Instant to) {
    var arms = Arms.of(release, to);
    var values = arms.values(release, scrape);
    var grid = Grid.over(from, to, MOST, scrape);
    Result<Map<Signal, Counted>> both = Result.ok(of(signals, Counted.NONE));
    for (var arm : Arm.values()) {
      boolean canary = arm == Arm.CANARY;
      if ((canary ? arms.canary() : arms.stable()).isPresent()) {
        both = both.then(have -> arm(arm, have, within, values, grid));
      }
    }
    return both;
  }

  private static Map<Signal, Counted> of(Collection<Signal> signals, Counted each) {
    return signals.stream().collect(Collectors.toMap(signal -> signal, _ -> each));
  }

  private Result<Map<Signal, Counted>> arm(
      Arm arm,
      Map<Signal, Counted> other,
      Duration within,
      Map<Placeholder, String> values,
      Grid grid) {
    var queries = preset.counters(arm == Arm.CANARY);
    var counting = new Counting(arm, queries.byPod());
    var both =
        ask(queries.all(), values, grid)
            .map(matrix -> counting.each(matrix, Kind.ALL))
            .map(all -> plus(other, of(other.keySet(), all)));
    for (var signal : other.keySet()) {
      both =
          both.then(have ->
              second(signal, counting, within, values, grid)
                  .map(counted -> plus(have, Map.of(signal, counted))));
    }
    return both;
  }

  private static Map<Signal, Counted> plus(Map<Signal, Counted> some, Map<Signal, Counted> more) {
    Map<Signal, Counted> both = new EnumMap<>(Signal.class);
    both.putAll(some);
    more.forEach((signal, counted) -> both.merge(signal, counted, Counted::plus));
    return both;
  }

  /// What is counted besides all requests.
  private Result<Counted> second(
      Signal signal,
      Counting counting,
      Duration within,
      Map<Placeholder, String> values,
      Grid grid) {
    var queries = preset.counters(counting.arm() == Arm.CANARY);
    return signal == Signal.ERROR_RATE
        ? ask(queries.failed(), values, grid).map(matrix -> counting.each(matrix, Kind.BAD))
        : ask(queries.bounds(), values, sparse(grid))
            .then(bounds -> fast(counting, Bounds.within(bounds, within), values, grid));
  }

  /// Those no slower than the bound, of the one bucket that is asked for.
  private Result<Counted> fast(
      Counting counting, Bounds bounds, Map<Placeholder, String> values, Grid grid) {
    var none = new Counted(List.of(), true, OptionalDouble.empty());
    return bounds.bound().isEmpty()
        ? Result.ok(none)
        : ask(preset.bucket(counting.arm() == Arm.CANARY, bounds.written()), values, grid)
            .map(matrix -> counting.within(matrix, bounds));
  }

  /// Which buckets there are need not be asked for at each time; the last one is seen to its end.
  private static Grid sparse(Grid grid) {
    var end = Instant.ofEpochMilli(grid.end()).plus(SPARSE);
    return Grid.over(Instant.ofEpochMilli(grid.start()), end, MOST, SPARSE);
  }

  private Result<Matrix> ask(Template template, Map<Placeholder, String> values, Grid grid) {
    return template
        .fill(values)
        .map(text -> prometheus.range(new Query(preset.word(), text), grid))
        .orElseThrow();
  }

  /// Makes counters of series.
  private record Counting(Arm arm, boolean byPod) {

    Counted each(Matrix matrix, Kind kind) {
      return of(matrix, matrix.lines(), kind, OptionalDouble.empty());
    }

    Counted within(Matrix matrix, Bounds bounds) {
      var counted = of(matrix, matrix.lines(), Kind.GOOD, bounds.bound());
      return new Counted(
          counted.counters(), counted.partial() || bounds.partial(), counted.within());
    }

    private Counted of(Matrix matrix, List<Matrix.Line> lines, Kind kind, OptionalDouble within) {
      var counters = lines.stream().map(line -> counter(line, kind)).toList();
      return new Counted(counters, partial(matrix), within);
    }

    private Counter counter(Matrix.Line line, Kind kind) {
      var pod = byPod ? line.labels().getOrDefault("pod", "") : arm.name().toLowerCase(Locale.ROOT);
      var series = line.series();
      int first = 0;
      while (first < series.size() && Double.isNaN(series.value(first))) {
        first++;
      }
      long[] times = new long[series.size() - first];
      double[] values = new double[times.length];
      for (int i = 0; i < times.length; i++) {
        times[i] = series.time(first + i);
        values[i] = series.value(first + i);
      }
      return new Counter(pod, arm, kind, times, values);
    }
  }

  private static boolean partial(Matrix matrix) {
    return matrix.notices().stream().map(Words::key).anyMatch(WARNING::equals);
  }

  /// The largest bucket of a histogram that is not above a limit.
  ///
  /// @param bound its upper bound, seconds; empty where every bucket is above the limit
  /// @param written how the label `le` has it
  private record Bounds(OptionalDouble bound, List<String> written, boolean partial) {

    static Bounds within(Matrix matrix, Duration within) {
      double limit = within.toNanos() / 1e9;
      var all = matrix.lines().stream().map(Bounds::le).toList();
      var bound =
          all.stream().mapToDouble(Bounds::seconds).filter(le -> le <= limit * (1 + 1e-9)).max();
      var written =
          all.stream()
              .filter(le -> bound.isPresent() && seconds(le) == bound.getAsDouble())
              .distinct()
              .toList();
      return new Bounds(bound, written, CountersSource.partial(matrix));
    }

    private static String le(Matrix.Line line) {
      return line.labels().getOrDefault("le", "");
    }

    /// Those of the infinite one, and of what is no bound at all, are within no limit.
    private static double seconds(String le) {
      try {
        return Double.parseDouble(le);
      } catch (NumberFormatException _) {
        return Double.NaN;
      }
    }
  }
}
