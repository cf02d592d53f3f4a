package dev.sluice.gate;

import dev.sluice.gate.Finding.Verdict;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Traffic;
import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Looks through every gate of a release that is under way.
public final class Gates {

  private final Limits limits;
  private final Duration clusterAhead;

  /// @param clusterAhead how far the cluster's clock, which dates a release's pauses, is ahead of
  ///   the readings' one
  public Gates(Limits limits, Duration clusterAhead) {
    this.limits = limits;
    this.clusterAhead = clusterAhead;
  }

  /// A finding for each gate, in the order of [Gate].
  ///
  /// @param readings the newest, empty while nothing was measured
  /// @param now on the clock of the readings' times
  public List<Finding> look(Release release, Optional<Readings> readings, Instant now) {
    var seen = readings.orElse(new Readings(now, now, Map.of(), List.of()));
    return List.of(
        ratio(Gate.ERROR_RATE, Signal.ERROR_RATE, limits.errorRate(), release, seen, now),
        ratio(
            Gate.LATENCY_P99,
            Signal.LATENCY_P99,
            limits.latencyP99().toNanos() / 1e9,
            release,
            seen,
            now),
        fresh(release, seen, now),
        replicas(release));
  }

  private Finding ratio(
      Gate gate, Signal signal, double limit, Release release, Readings seen, Instant now) {
    var threshold = Words.of("gate.threshold." + signal, said(signal, limit));
    if (release.progress().aborted() && hidden(release)) {
      return new Finding(
          gate, Verdict.NOT_YET, Words.of("gate.aborted"), threshold, Optional.empty());
    }
    Series canary = seen.pair(signal).canary();
    var value = served(seen, now) ? newest(canary, now) : OptionalDouble.empty();
    if (value.isEmpty()) {
      boolean nobody = unused(release, seen, now);
      return new Finding(
          gate,
          nobody ? Verdict.NOT_YET : Verdict.UNDECIDED,
          Words.of(nobody ? "gate.nobody" : "gate.nodata"),
          threshold,
          Optional.empty());
    }
    if (value.getAsDouble() <= limit && older(canary, release)) {
      return new Finding(
          gate, Verdict.UNDECIDED, Words.of("gate.before"), threshold, Optional.empty());
    }
    return new Finding(
        gate,
        value.getAsDouble() <= limit ? Verdict.PASS : Verdict.FAIL,
        Words.of("gate.value." + signal, said(signal, value.getAsDouble())),
        threshold,
        Optional.of(Instant.ofEpochMilli(canary.lastMeasured())));
  }

  /// The value as charts and cards say it too.
  private static String said(Signal signal, double value) {
    return switch (signal) {
      case LATENCY_P99 -> Figures.seconds(value);
      case ERROR_RATE, SATURATION -> Figures.percent(value);
      case REQUESTS -> Figures.perSecond(value);
    };
  }

  /// Fresh means that the revision which serves most users was measured lately, and not in the
  /// future.
  private Finding fresh(Release release, Readings seen, Instant now) {
    var threshold = Words.of("gate.threshold.fresh", limits.freshness());
    var requests = seen.pair(Signal.REQUESTS);
    long last = (switched(release) ? requests.canary() : requests.stable()).lastMeasured();
    if (last == Long.MIN_VALUE) {
      return new Finding(
          Gate.FRESH_DATA, Verdict.UNDECIDED, Words.of("gate.nodata"), threshold, Optional.empty());
    }
    var at = Instant.ofEpochMilli(last);
    boolean fresh = last >= oldest(now) && last <= horizon(now);
    return new Finding(
        Gate.FRESH_DATA,
        fresh ? Verdict.PASS : Verdict.UNDECIDED,
        Words.of("gate.age", at.isAfter(now) ? Duration.ZERO : Duration.between(at, now)),
        threshold,
        Optional.of(at));
  }

  private static Finding replicas(Release release) {
    var current = release.current();
    var stable = release.stable();
    boolean back = stable.filter(Gates::ready).isPresent();
    boolean pass = back && current.filter(Gates::ready).isPresent();
    boolean before = back && current.filter(r -> r.desired() == 0).isPresent() && hidden(release);
    int newReady = current.map(Revision::ready).orElse(0);
    int newDesired = current.map(Revision::desired).orElse(0);
    int oldReady = stable.map(Revision::ready).orElse(0);
    int oldDesired = stable.map(Revision::desired).orElse(0);
    return new Finding(
        Gate.REPLICAS_READY,
        pass ? Verdict.PASS : before ? Verdict.NOT_YET : Verdict.FAIL,
        Words.of("gate.replicas", newReady, newDesired, oldReady, oldDesired),
        Words.of("gate.threshold.replicas"),
        Optional.empty());
  }

  private static boolean ready(Revision revision) {
    return revision.desired() > 0 && revision.ready() >= revision.desired();
  }

  /// A value that is new enough and can be one: no share and no duration is negative, and what was
  /// measured in the future was not measured.
  private OptionalDouble newest(Series series, Instant now) {
    var value = series.latest(oldest(now));
    return value.isPresent() && value.getAsDouble() >= 0 && series.lastMeasured() <= horizon(now)
        ? value
        : OptionalDouble.empty();
  }

  /// Whether the newest value is from before the stage that the release stands at: good news of
  /// fewer users say nothing of more.
  private boolean older(Series series, Release release) {
    return release.progress().pauses().stream()
        .map(pause -> pause.since().minus(clusterAhead))
        .anyMatch(since -> series.lastMeasured() < since.toEpochMilli());
  }

  /// Whether the newer revision answered requests as far as is known. Without one, no share and no
  /// percentile says anything.
  private boolean served(Readings seen, Instant now) {
    return newest(seen.pair(Signal.REQUESTS).canary(), now).orElse(1) > 0;
  }

  /// Whether nobody can be on the newer revision: the cluster sends it no user, and metrics that
  /// are there and new see none either.
  private boolean unused(Release release, Readings seen, Instant now) {
    var requests = seen.pair(Signal.REQUESTS);
    return hidden(release)
        && newest(requests.stable(), now).isPresent()
        && newest(requests.canary(), now).orElse(0) == 0;
  }

  /// Whether the cluster sends no user to the newer revision.
  private static boolean hidden(Release release) {
    return switch (release.traffic()) {
      case Traffic.Weighted(int asked, int served) -> asked == 0 && served == 0;
      case Traffic.Switched(var active, _) -> active.isPresent() && !switched(release);
    };
  }

  /// Whether all users are on the newer revision, so that the stable one is measured no more.
  private static boolean switched(Release release) {
    return switch (release.traffic()) {
      case Traffic.Weighted(_, int served) -> served >= 100;
      case Traffic.Switched(var active, _) ->
          active.isPresent() && active.equals(release.currentHash());
    };
  }

  private long oldest(Instant now) {
    return now.minus(limits.freshness()).toEpochMilli();
  }

  private long horizon(Instant now) {
    return now.plus(limits.freshness()).toEpochMilli();
  }
}
