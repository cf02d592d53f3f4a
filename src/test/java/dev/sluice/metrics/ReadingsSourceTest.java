package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Readings.Pair;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.query.MetricQueries;
import dev.sluice.metrics.query.Preset;
import dev.sluice.metrics.query.Template;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsSourceTest {
  private static final Instant TO = Instant.parse("2026-01-02T12:30:07Z");
  private static final Instant FROM = TO.minusSeconds(1800);
  private static final Sampling SAMPLING = Sampling.every(Duration.ofSeconds(5));
  private static final Release CANARY = Releases.canary().build();
  private static final MetricQueries NAMES = names();

  private static MetricQueries names() {
    Map<Signal, MetricQueries.Pair> pairs = new EnumMap<>(Signal.class);
    for (var signal : Signal.values()) {
      pairs.put(
          signal,
          new MetricQueries.Pair(
              template(signal + "{c=\"{{canary}}\"}"), template(signal + "{s=\"{{stable}}\"}")));
    }
    return new MetricQueries(pairs);
  }

  private static Template template(String text) {
    return Template.parse("test", text)
        .orElse(failure -> {
          throw new AssertionError(failure.toString());
        });
  }

  @Test
  void eightQuestionsShareOneGridAndTheirValuesStandAtItsTimes() {
    var transport = new AnsweringTransport(query -> AnsweringTransport.one(query.length()));
    var readings = readings(transport, CANARY);

    assertThat(transport.asked).hasSize(8);
    assertThat(transport.asked.values())
        .extracting(p -> p.get("start") + " " + p.get("end") + " " + p.get("step"))
        .containsOnly("1767355210.000 1767357005.000 5.000");
    assertThat(readings.pairs()).containsOnlyKeys(Signal.values());
    var pair = readings.pair(Signal.REQUESTS);
    assertThat(pair.canary().value(0)).isEqualTo("REQUESTS{c=\"b\"}".length());
    assertThat(pair.stable().value(0)).isEqualTo("REQUESTS{s=\"a\"}".length());
    assertThat(pair.canary().size()).isEqualTo(360);
    assertThat(pair.canary().time(0)).isEqualTo(pair.stable().time(0));
    assertThat(readings.from()).isEqualTo(FROM);
    assertThat(readings.to()).isEqualTo(TO);
  }

  @Test
  void aWarningIsPassedOnOnce() {
    var readings = readings(new AnsweringTransport(_ -> AnsweringTransport.one(1)), CANARY);
    assertThat(readings.notices())
        .containsExactly(Words.of("metrics.notice.warning", "stale store"));
  }

  @Test
  void whatFailsIsLeftOutWithItsReasonAndTheRestIsShown() {
    var transport =
        new AnsweringTransport(query ->
            query.startsWith("LATENCY_P99{c")
                ? AnsweringTransport.refused()
                : AnsweringTransport.one(1));
    var readings = readings(transport, CANARY);
    assertThat(readings.pair(Signal.LATENCY_P99).canary()).isEqualTo(Series.EMPTY);
    assertThat(readings.pair(Signal.LATENCY_P99).stable().value(0)).isEqualTo(1);
    assertThat(readings.pair(Signal.ERROR_RATE).canary().value(0)).isEqualTo(1);
    assertThat(readings.notices())
        .map(Texts::of)
        .contains(
            "latency p99, canary could not be measured: memory refused with status 503: too busy");
  }

  @Test
  void aSignalOfWhichBothSidesFailHasNoPair() {
    var transport =
        new AnsweringTransport(query ->
            query.startsWith("SATURATION")
                ? AnsweringTransport.refused()
                : AnsweringTransport.one(1));
    assertThat(readings(transport, CANARY).pairs()).doesNotContainKey(Signal.SATURATION);
  }

  @Test
  void whenNothingCanBeHadTheReasonIsTheAnswer() {
    var source = source(new AnsweringTransport(_ -> AnsweringTransport.refused()));
    assertThat(source.read(CANARY, FROM, TO, 600))
        .isEqualTo(Result.failed(new Failure.Refused("memory", 503, "too busy")));
  }

  @Test
  void noSeriesIsNothingMeasured() {
    var readings = readings(new AnsweringTransport(_ -> Result.ok(List.of())), CANARY);
    assertThat(readings.pair(Signal.ERROR_RATE)).isEqualTo(Pair.EMPTY);
  }

  @Test
  void severalSeriesAreNoMeasurement() {
    var transport = new AnsweringTransport(_ -> Result.ok(List.of("1", "2")));
    var failure = ((Result.Failed<?>) source(transport).read(CANARY, FROM, TO, 600)).failure();
    assertThat(Texts.of(failure.words()))
        .isEqualTo(
            "error rate, canary: it gives 2 series where one is expected; wrap it in sum(…)");
  }

  @Test
  void aDivisionByZeroIsAGapAndSaysSo() {
    var readings = readings(new AnsweringTransport(_ -> Result.ok(List.of("+Inf"))), CANARY);
    assertThat(readings.pair(Signal.REQUESTS).canary().value(0)).isNaN();
    assertThat(readings.notices())
        .contains(Words.of("metrics.notice.infinite", "requests, canary"));
  }

  @Test
  void withoutAnUpdateOnlyTheStableRevisionIsMeasured() {
    var transport = new AnsweringTransport(_ -> AnsweringTransport.one(1));
    var readings = readings(transport, Releases.canary().hashes("b", "b").build());
    assertThat(transport.asked).hasSize(4).containsKey("REQUESTS{s=\"b\"}");
    assertThat(readings.pair(Signal.REQUESTS).canary()).isEqualTo(Series.EMPTY);
    assertThat(readings.pair(Signal.REQUESTS).stable().value(0)).isEqualTo(1);
  }

  @Test
  void aFirstRevisionIsMeasuredAsACanary() {
    var transport = new AnsweringTransport(_ -> AnsweringTransport.one(1));
    readings(transport, Releases.canary().hashes("", "b").build());
    assertThat(transport.asked).hasSize(4).containsKey("REQUESTS{c=\"b\"}");
  }

  @Test
  void aBlueGreenIsComparedBeforeItsSwitch() {
    var transport = new AnsweringTransport(_ -> AnsweringTransport.one(1));
    readings(transport, Releases.blueGreen().build());
    assertThat(transport.asked).containsKeys("REQUESTS{c=\"b\"}", "REQUESTS{s=\"a\"}");
  }

  @Test
  void aBlueGreenIsComparedAfterItsSwitchForAsLongAsBlueHasPods() {
    var transport = new AnsweringTransport(_ -> AnsweringTransport.one(1));
    readings(transport, Releases.blueGreen().hashes("b", "b").build());
    assertThat(transport.asked).containsKeys("REQUESTS{c=\"b\"}", "REQUESTS{s=\"a\"}");

    var later = new AnsweringTransport(_ -> AnsweringTransport.one(1));
    readings(later, Releases.blueGreen().revision("a", 0, 0).hashes("b", "b").build());
    assertThat(later.asked).hasSize(4).containsKey("REQUESTS{s=\"b\"}");
  }

  @Test
  void aReleaseWithoutAnyRevisionIsMeasuredAsNothing() {
    var transport = new AnsweringTransport(_ -> AnsweringTransport.refused());
    var readings = readings(transport, Releases.canary().hashes("", "").build());
    assertThat(readings.pairs()).isEmpty();
    assertThat(transport.asked).isEmpty();
  }

  @Test
  void aRateIsTakenOverTheWindowAndWiderWherePointsAreFurtherApart() {
    var near = new AnsweringTransport(_ -> AnsweringTransport.one(1));
    var source = new ReadingsSource(new Prometheus(near), Preset.OTEL.queries(), SAMPLING);
    source.read(CANARY, FROM, TO, 600);
    assertThat(near.asked.keySet()).allMatch(query -> query.contains("[60000ms]"));

    var far = new AnsweringTransport(_ -> AnsweringTransport.one(1));
    new ReadingsSource(new Prometheus(far), Preset.OTEL.queries(), SAMPLING)
        .read(CANARY, TO.minus(Duration.ofDays(1)), TO, 600);
    assertThat(far.asked.keySet()).allMatch(query -> query.contains("[149000ms]"));
  }

  @Test
  void presetsNameTheReleaseInEveryQuery() {
    var otel = new AnsweringTransport(_ -> AnsweringTransport.one(1));
    new ReadingsSource(new Prometheus(otel), Preset.OTEL.queries(), SAMPLING)
        .read(CANARY, FROM, TO, 600);
    assertThat(otel.asked.keySet())
        .hasSize(8)
        .allMatch(
            query -> query.matches("(?s).*namespace=\"shop\",pod=~\"checkout-[ab]-\\.\\+\".*"));

    var nginx = new AnsweringTransport(_ -> AnsweringTransport.one(1));
    new ReadingsSource(new Prometheus(nginx), Preset.NGINX.queries(), SAMPLING)
        .read(CANARY, FROM, TO, 600);
    assertThat(nginx.asked.keySet())
        .filteredOn(query -> query.contains("nginx"))
        .hasSize(6)
        .allMatch(query -> query.contains("exported_service=\"stable\""));
  }

  private static Readings readings(AnsweringTransport transport, Release release) {
    return source(transport)
        .read(release, FROM, TO, 600)
        .orElse(failure -> {
          throw new AssertionError(failure.toString());
        });
  }

  private static ReadingsSource source(AnsweringTransport transport) {
    return new ReadingsSource(new Prometheus(transport), NAMES, SAMPLING);
  }
}
