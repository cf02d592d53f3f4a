package dev.sluice.gate;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Release;
import dev.sluice.release.Traffic;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// The gates that go by what is measured.
///
/// @param failure why nothing newer was measured, while that is so
record Measures(
    Release release, Limits limits, Readings seen, Times times, Optional<Words> failure) {

  /// The canary's share of failed requests.
  Finding errorRate() {
    return ratio(Gate.ERROR_RATE, Signal.ERROR_RATE);
  }

  /// The canary's latency.
  Finding latency() {
    return ratio(Gate.LATENCY_P99, Signal.LATENCY_P99);
  }

  private double limit(Signal signal) {
    return limits.of(signal).orElseThrow();
  }

  private Finding ratio(Gate gate, Signal signal) {
    double limit = limit(signal);
    var threshold = Words.of("gate.threshold." + signal, SignalFigures.of(signal, limit));
    if (release.progress().aborted() && hidden()) {
      return Finding.notYet(
          gate, Words.of("gate.aborted"), threshold, Words.of("gate.change.retry"));
    }
    Series canary = seen.pair(signal).canary();
    var value = served() ? newest(canary) : OptionalDouble.empty();
    if (value.isEmpty()) {
      return unmeasured(gate, threshold);
    }
    if (value.getAsDouble() <= limit && older(canary)) {
      return Finding.open(
          gate,
          Words.of("gate.before"),
          threshold,
          Optional.empty(),
          Words.of("gate.change.measured"));
    }
    var evidence = Words.of("gate.value." + signal, SignalFigures.of(signal, value.getAsDouble()));
    var at = Optional.of(Instant.ofEpochMilli(canary.lastMeasured()));
    return value.getAsDouble() <= limit
        ? Finding.pass(gate, evidence, threshold, at)
        : Finding.fail(
            gate,
            evidence,
            threshold,
            at,
            Words.of("gate.change.down", SignalFigures.of(signal, limit)));
  }

  private Finding unmeasured(Gate gate, Words threshold) {
    return unused()
        ? Finding.notYet(gate, Words.of("gate.nobody"), threshold, Words.of("gate.change.traffic"))
        : Finding.open(
            gate, nothing(), threshold, Optional.empty(), again(Words.of("gate.change.measured")));
  }

  private Words nothing() {
    return Words.of(failure.isPresent() ? "gate.unmeasured" : "gate.nodata");
  }

  /// What has to happen before anything newer is measured; else that.
  private Words again(Words otherwise) {
    return failure.map(why -> Words.of("gate.change.answer", why)).orElse(otherwise);
  }

  /// Fresh means that the revision which serves most users was measured lately, and not in the
  /// future.
  Finding fresh() {
    var threshold = Words.of("gate.threshold.fresh", limits.freshness());
    var change = again(Words.of("gate.change.fresh"));
    var requests = seen.pair(Signal.REQUESTS);
    long last = (switched() ? requests.canary() : requests.stable()).lastMeasured();
    if (last == Long.MIN_VALUE) {
      return Finding.open(Gate.FRESH_DATA, nothing(), threshold, Optional.empty(), change);
    }
    var at = Instant.ofEpochMilli(last);
    var evidence = Words.of("gate.age", times.since(at));
    return last >= oldest() && last <= horizon()
        ? Finding.pass(Gate.FRESH_DATA, evidence, threshold, Optional.of(at))
        : Finding.open(Gate.FRESH_DATA, evidence, threshold, Optional.of(at), change);
  }

  /// When the canary was last over one of its limits since that moment, if it was.
  Optional<Instant> turned(Instant since) {
    return Optional.of(Math.max(over(Signal.ERROR_RATE, since), over(Signal.LATENCY_P99, since)))
        .filter(at -> at > Long.MIN_VALUE)
        .map(Instant::ofEpochMilli);
  }

  private long over(Signal signal, Instant since) {
    var canary = seen.pair(signal).canary();
    long last = Long.MIN_VALUE;
    for (int i = 0; i < canary.size(); i++) {
      boolean counts = canary.time(i) > since.toEpochMilli();
      if (counts && canary.value(i) > limit(signal)) {
        last = canary.time(i);
      }
    }
    return last;
  }

  /// A value that is new enough and can be one: no share and no duration is negative, and what was
  /// measured in the future was not measured.
  private OptionalDouble newest(Series series) {
    var value = series.latest(oldest());
    return value.isPresent() && value.getAsDouble() >= 0 && series.lastMeasured() <= horizon()
        ? value
        : OptionalDouble.empty();
  }

  /// Whether the newest value is from before the stage that the release stands at: good news of
  /// fewer users say nothing of more.
  private boolean older(Series series) {
    return release.progress().pauses().stream()
        .map(pause -> times.local(pause.since()))
        .anyMatch(since -> series.lastMeasured() < since.toEpochMilli());
  }

  /// Whether the newer revision answered requests as far as is known. Without one, no share and no
  /// percentile says anything.
  private boolean served() {
    return newest(seen.pair(Signal.REQUESTS).canary()).orElse(1) > 0;
  }

  /// Whether nobody can be on the newer revision: the cluster sends it no user, and metrics that
  /// are there and new see none either.
  private boolean unused() {
    var requests = seen.pair(Signal.REQUESTS);
    return hidden()
        && newest(requests.stable()).isPresent()
        && newest(requests.canary()).orElse(0) == 0;
  }

  /// Whether the cluster sends no user to the newer revision.
  boolean hidden() {
    return switch (release.traffic()) {
      case Traffic.Weighted(int asked, int served) -> asked == 0 && served == 0;
      case Traffic.Switched(var active, _) -> active.isPresent() && !switched();
    };
  }

  /// Whether all users are on the newer revision, so that the stable one is measured no more.
  private boolean switched() {
    return switch (release.traffic()) {
      case Traffic.Weighted(_, int served) -> served >= 100;
      case Traffic.Switched(var active, _) ->
          active.isPresent() && active.equals(release.currentHash());
    };
  }

  private long oldest() {
    return times.now().minus(limits.freshness()).toEpochMilli();
  }

  private long horizon() {
    return times.now().plus(limits.freshness()).toEpochMilli();
  }
}
