package dev.sluice.metrics;

import static dev.sluice.metrics.MeasuredBed.last;
import static dev.sluice.metrics.MeasuredBed.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Case;
import dev.sluice.judge.Judge;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Soak;
import dev.sluice.judge.Verdict;
import dev.sluice.judge.count.Slicer;
import dev.sluice.judge.count.Weights;
import dev.sluice.metrics.http.Transport;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.query.Preset;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.testbed.TestBed;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// On a real Prometheus that measures the traffic of real rollouts.
@Tag("cluster")
class PresetsIT {
  private static final double RATE = 400;
  private static final TestBed BED = TestBed.shared();
  private static final MeasuredBed MEASURED = new MeasuredBed(BED);
  private static final Duration SCRAPE = Duration.ofSeconds(2);
  private static final Transport DIRECT = MEASURED.direct();

  @BeforeAll
  static void aCanaryServesAQuarter() {
    BED.rate("shop", "checkout", RATE);
    MEASURED.release("checkout");
    MEASURED.promoteTo("checkout", 25);
  }

  @ParameterizedTest
  @EnumSource
  void aPresetMeasuresWhatTheTrafficIs(Preset preset) {
    var release = MEASURED.canary("checkout");
    var readings =
        until(
            () -> read(preset, release),
            r ->
                near(r.pair(Signal.REQUESTS).canary(), RATE / 4)
                    && near(r.pair(Signal.REQUESTS).stable(), RATE * 3 / 4)
                    && both(r, Signal.ERROR_RATE, value -> value >= 0 && value < 0.02)
                    && both(r, Signal.LATENCY_P99, value -> value > 0.26 && value < 0.49)
                    && both(r, Signal.SATURATION, value -> value > 0 && value < 1));
    assertThat(readings.notices()).isEmpty();
    var pair = readings.pair(Signal.REQUESTS);
    int newest = pair.stable().size() - 1;
    assertThat(pair.canary().time(newest)).isEqualTo(pair.stable().time(newest));
  }

  @ParameterizedTest
  @EnumSource
  void errorsOfTheCanaryShowOnTheCanaryAlone(Preset preset) {
    var release = MEASURED.canary("checkout");
    BED.fault("shop", "checkout", "canary", "errors", 0.2);
    until(
        () -> read(preset, release).pair(Signal.ERROR_RATE),
        pair -> Math.abs(last(pair.canary()) - 0.2) < 0.05 && last(pair.stable()) < 0.02);
    BED.fault("shop", "checkout", "canary", "none", 0);
    until(() -> last(read(preset, release).pair(Signal.ERROR_RATE).canary()), now -> now < 0.02);
  }

  /// By comparison where pods can be told apart; behind an ingress, where their noise cannot be
  /// learned, by the limit.
  @ParameterizedTest
  @EnumSource
  void theJudgeCallsAFailingCanaryRegressedByItsRawCounters(Preset preset) {
    var release = MEASURED.canary("checkout");
    BED.fault("shop", "checkout", "canary", "errors", 0.2);
    var verdict = until(() -> judged(preset, release), Verdict.Regressed.class::isInstance);
    assertThat(verdict.evidence().ratio()).isGreaterThan(2);
    BED.fault("shop", "checkout", "canary", "none", 0);
  }

  private static Verdict judged(Preset preset, Release release) {
    var to = Instant.now();
    var from = to.minusSeconds(60);
    var counted =
        new CountersSource(new Prometheus(DIRECT), preset, SCRAPE)
            .read(release, List.of(Signal.ERROR_RATE), Duration.ZERO, from.minusSeconds(10), to)
            .map(each -> each.values().iterator().next())
            .orElse(failure -> {
              throw new AssertionError(failure.toString());
            });
    var weights = new Weights(List.of(new Weights.Turn(from.minusSeconds(60), 25)));
    var slices =
        new Slicer(weights, SCRAPE, Duration.ZERO)
            .slices(counted.counters(), from, to, SCRAPE, counted.partial());
    var soak = new Soak(25, from, 1.5, 4);
    var measure = Measure.of(Signal.ERROR_RATE, OptionalDouble.of(0.05), 4);
    return Judge.judge(new Case(measure, soak, List.of(), slices));
  }

  @ParameterizedTest
  @EnumSource
  void aSilentRevisionIsAGap(Preset preset) {
    var release = MEASURED.canary("checkout");
    BED.fault("shop", "checkout", "canary", "silent", 0);
    until(
        () -> read(preset, release),
        r ->
            gap(r, Signal.REQUESTS)
                && gap(r, Signal.ERROR_RATE)
                && gap(r, Signal.LATENCY_P99)
                && last(r.pair(Signal.REQUESTS).stable()) > RATE / 2
                && last(r.pair(Signal.ERROR_RATE).stable()) < 0.02);
    BED.fault("shop", "checkout", "canary", "none", 0);
    until(() -> read(preset, release), r -> !gap(r, Signal.REQUESTS));
  }

  @Test
  void aRevisionThatHasNeverFailedHasAnErrorRateOfZero() {
    BED.fault("shop", "search", "*", "errors", 0);
    MEASURED.release("search");
    BED.fault("shop", "search", "*", "errors", 0);
    var release = MEASURED.canary("search");
    BED.fault("shop", "search", "*", "errors", 0);
    var pair =
        until(
            () -> read(Preset.OTEL, release).pair(Signal.ERROR_RATE),
            p -> !Double.isNaN(last(p.canary())));
    assertThat(last(pair.canary())).isZero();
  }

  @Test
  void withoutRequestsThereIsNothingToRateButTheirNumber() {
    BED.rate("shop", "payments", 0);
    var release = MEASURED.stable("payments");
    until(
        () -> read(Preset.OTEL, release),
        r ->
            last(r.pair(Signal.REQUESTS).stable()) == 0
                && Double.isNaN(last(r.pair(Signal.ERROR_RATE).stable()))
                && Double.isNaN(last(r.pair(Signal.LATENCY_P99).stable()))
                && !Double.isNaN(last(r.pair(Signal.SATURATION).stable())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "kill"})
  void anOutageIsOneClearFailureAndThenOver(String verb) {
    var release = MEASURED.canary("checkout");
    BED.component("prometheus", verb);
    var result = until(() -> result(Preset.OTEL, release), Result.Failed.class::isInstance);
    BED.component("prometheus", "start");
    var failure = ((Result.Failed<?>) result).failure();
    assertThat(failure).isInstanceOf(Failure.Unreachable.class);
    assertThat(Texts.of(failure.words())).startsWith(BED.prometheus() + " cannot be reached");
    until(() -> result(Preset.OTEL, release), Result.Ok.class::isInstance);
  }

  private static boolean gap(Readings readings, Signal signal) {
    return Double.isNaN(last(readings.pair(signal).canary()));
  }

  private static boolean near(Series series, double wanted) {
    return Math.abs(last(series) - wanted) < wanted / 5;
  }

  private static boolean both(Readings readings, Signal signal, DoublePredicate fits) {
    var pair = readings.pair(signal);
    return fits.test(last(pair.canary())) && fits.test(last(pair.stable()));
  }

  private static Result<Readings> result(Preset preset, Release release) {
    return MeasuredBed.read(DIRECT, preset, release);
  }

  /// Asks again where a busy machine did not answer in time.
  private static Readings read(Preset preset, Release release) {
    return until(() -> result(preset, release), Result.Ok.class::isInstance)
        .orElse(failure -> {
          throw new AssertionError(Texts.of(failure.words()));
        });
  }
}
