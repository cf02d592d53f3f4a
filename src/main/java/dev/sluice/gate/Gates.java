package dev.sluice.gate;

import dev.sluice.gate.Finding.Verdict;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Traffic;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Looks through every gate of a release that is under way.
public final class Gates {

  private final Limits limits;

  public Gates(Limits limits) {
    this.limits = limits;
  }

  /// A finding for each gate, in the order of [Gate].
  ///
  /// @param readings the newest, empty while nothing was measured
  /// @param now on the clock of the readings' times
  public List<Finding> look(Release release, Optional<Readings> readings, Instant now) {
    var seen = readings.orElse(new Readings(now, now, java.util.Map.of(), List.of()));
    return List.of(
        ratio(Gate.ERROR_RATE, Signal.ERROR_RATE, limits.errorRate(), release, seen, now),
        ratio(
            Gate.LATENCY_P99,
            Signal.LATENCY_P99,
            limits.latencyP99().toMillis() / 1000.0,
            release,
            seen,
            now),
        fresh(seen, now),
        replicas(release));
  }

  private Finding ratio(
      Gate gate, Signal signal, double limit, Release release, Readings seen, Instant now) {
    var threshold = Words.of("gate.threshold." + signal, limit);
    Series canary = seen.pair(signal).canary();
    var value = canary.latest(oldest(now));
    if (value.isEmpty()) {
      boolean nobody = unused(release);
      return new Finding(
          gate,
          nobody ? Verdict.NOT_YET : Verdict.UNDECIDED,
          Words.of(nobody ? "gate.nobody" : "gate.nodata"),
          threshold,
          Optional.empty());
    }
    return new Finding(
        gate,
        value.getAsDouble() <= limit ? Verdict.PASS : Verdict.FAIL,
        Words.of("gate.value." + signal, value.getAsDouble()),
        threshold,
        Optional.of(Instant.ofEpochMilli(canary.lastMeasured())));
  }

  /// Fresh means that the stable revision, which always has traffic, was measured lately.
  private Finding fresh(Readings seen, Instant now) {
    var threshold = Words.of("gate.threshold.fresh", limits.freshness());
    long last = seen.pair(Signal.REQUESTS).stable().lastMeasured();
    if (last == Long.MIN_VALUE) {
      return new Finding(
          Gate.FRESH_DATA, Verdict.UNDECIDED, Words.of("gate.nodata"), threshold, Optional.empty());
    }
    var at = Instant.ofEpochMilli(last);
    boolean fresh = last >= oldest(now);
    return new Finding(
        Gate.FRESH_DATA,
        fresh ? Verdict.PASS : Verdict.UNDECIDED,
        Words.of("gate.age", java.time.Duration.between(at, now)),
        threshold,
        Optional.of(at));
  }

  private static Finding replicas(Release release) {
    var current = release.current();
    var stable = release.stable();
    boolean pass =
        current.filter(Gates::ready).isPresent() && stable.filter(Gates::ready).isPresent();
    int newReady = current.map(Revision::ready).orElse(0);
    int newDesired = current.map(Revision::desired).orElse(0);
    int oldReady = stable.map(Revision::ready).orElse(0);
    int oldDesired = stable.map(Revision::desired).orElse(0);
    return new Finding(
        Gate.REPLICAS_READY,
        pass ? Verdict.PASS : Verdict.FAIL,
        Words.of("gate.replicas", newReady, newDesired, oldReady, oldDesired),
        Words.of("gate.threshold.replicas"),
        Optional.empty());
  }

  private static boolean ready(Revision revision) {
    return revision.desired() > 0 && revision.ready() >= revision.desired();
  }

  private static boolean unused(Release release) {
    return switch (release.traffic()) {
      case Traffic.Weighted(int asked, int served) -> asked == 0 && served == 0;
      case Traffic.Switched(var active, _) -> !active.equals(release.currentHash());
    };
  }

  private long oldest(Instant now) {
    return now.minus(limits.freshness()).toEpochMilli();
  }
}
