package dev.sluice.drill.prometheus.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.drill.prometheus.Scrapes;
import dev.sluice.drill.prometheus.store.SampleStore;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What queries give, by the rules in Prometheus' documentation.
class QueryTest {
  private static final SampleStore SOME =
      Scrapes.of(
          """
          hits{pod=a,code=200} 0 10 20 30 40 50
          hits{pod=a,code=500} 0 1 2 3 4 5
          hits{pod=b,code=200} 0 20 40 60 80 100
          load{pod=a} 1 1 1 1 1 0.5
          load{pod=b} 2 2 2 2 2 2
          limit{pod=a} 2 2 2 2 2 2
          """);

  private static Value value(SampleStore store, String query, long seconds) {
    return store.read(reader -> Query.parse(query).over(reader).at(seconds * 1000));
  }

  private static Map<String, Double> vector(SampleStore store, String query, long seconds) {
    return Function.samples(value(store, query, seconds)).stream()
        .collect(
            Collectors.toMap(
                sample -> sample.labels().all().toString(),
                Value.Sample::value,
                (a, _) -> a,
                TreeMap::new));
  }

  private static double only(SampleStore store, String query, long seconds) {
    return switch (value(store, query, seconds)) {
      case Value.Scalar(var number) -> number;
      case Value.Vector(var samples) when samples.size() == 1 -> samples.getFirst().value();
      case Value other -> throw new AssertionError(query + " gives " + other);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3 | 7",
        "(1 + 2) * 3 | 9",
        "2 ^ 3 ^ 2 | 512",
        "-2 ^ 2 | -4",
        "2 * -3 | -6",
        "7 % 4 - 1 | 2",
        "1e3 + .5 + 0x10 | 1016.5",
        "3 > bool 2 | 1",
        "3 == bool 2 | 0",
        "time() | 75",
        "sum(hits) | 155",
        "sum(hits{code!=\"500\"}) | 150",
        "sum(hits{code=~\"5..\"}) | 5",
        "sum(hits{pod!~\"a.*\"}) | 100",
        "sum({__name__=~\"l.*\"}) | 4.5",
        "count(hits) | 3",
        "max(load) | 2",
        "min(load) | 0.5",
        "avg(load) | 1.25",
        "sum(hits offset 15s) | 124",
        "sum(load and on (pod) limit) | 0.5",
        "sum(load unless on (pod) limit) | 2",
        "sum(load / on (pod) limit) | 0.25",
        "sum(load / ignoring (code) limit) | 0.25",
        "sum(load > 1) | 2",
        "sum(load > bool 1) | 1",
        "sum(1 < load) | 2",
        "sum(missing or load) | 2.5",
        "sum(-load) | -2.5",
        "scalar(limit) | 2",
        "scalar(load) | NaN",
        "vector(3) | 3",
        "sum(clamp(load, 0.7, 1.5)) | 2.2",
        "sum(clamp_min(load, 1)) | 3",
        "sum(clamp_max(load, 1)) | 1.5",
        "sum(abs(-load)) | 2.5",
        "sum(max_over_time(load[1m])) | 3",
        "sum(count_over_time(load[30s])) | 4",
        "sum by (pod) (limit) # and so on | 2",
      })
  void anExpressionHasItsValue(String query, double expected) {
    assertThat(only(SOME, query, 75)).isEqualTo(expected, within(1e-12));
  }

  @Test
  void groupsKeepTheLabelsTheyAreMadeBy() {
    assertThat(vector(SOME, "sum by (pod) (hits)", 75))
        .containsExactly(Map.entry("{pod=a}", 55.0), Map.entry("{pod=b}", 100.0));
    assertThat(vector(SOME, "sum(hits) without (pod)", 75))
        .containsExactly(Map.entry("{code=200}", 150.0), Map.entry("{code=500}", 5.0));
  }

  @Test
  void aComparisonKeepsTheNameAndACalculationDoesNot() {
    assertThat(vector(SOME, "load > 1", 75)).containsOnlyKeys("{__name__=load, pod=b}");
    assertThat(vector(SOME, "load + 1", 75)).containsOnlyKeys("{pod=a}", "{pod=b}");
  }

  @Test
  void matchingLeavesOnlyTheLabelsThatCount() {
    assertThat(vector(SOME, "load >= on (pod) load", 75)).containsOnlyKeys("{pod=a}", "{pod=b}");
    assertThat(vector(SOME, "load{pod='a'} + ignoring (pod) load{pod='a'}", 75))
        .containsOnlyKeys("{}");
  }

  @Test
  void theLastSampleOfARangeKeepsItsNameAndOthersDoNot() {
    assertThat(vector(SOME, "last_over_time(load{pod='a'}[1m])", 75))
        .containsOnlyKeys("{__name__=load, pod=a}");
    assertThat(vector(SOME, "max_over_time(load{pod='a'}[1m])", 75)).containsOnlyKeys("{pod=a}");
  }

  /// The range (15 s, 75 s] holds the samples at 30, 45, 60 and 75 s; 45 s apart, of which the
  /// first is 15 s behind the begin: within 1.1 × 15 s, so it is extrapolated to there.
  @Test
  void aRateReachesToTheRangesBeginThatIsNearASample() {
    assertThat(only(SOME, "rate(hits{pod=\"b\"}[1m])", 75)).isEqualTo(80.0 / 60, within(1e-12));
    assertThat(only(SOME, "increase(hits{pod=\"b\"}[1m])", 75)).isEqualTo(80, within(1e-12));
  }

  /// The samples at 45, 60, 75 s; the begin is 25 s before the first, so only half a sample is
  /// added.
  @Test
  void aRateReachesHalfASampleBeyondOneThatIsFarFromTheEnd() {
    var late = Scrapes.of("hits _ _ _ 100 110 120");
    assertThat(only(late, "increase(hits[55s])", 75))
        .isEqualTo(20 * (30 + 7.5) / 30, within(1e-12));
  }

  /// 4 at 15 s and 12 rise in 15 s: it was 0 only 5 s before.
  @Test
  void aRateNeverReachesToBeforeTheCounterWasZero() {
    var young = Scrapes.of("hits _ 4 16");
    assertThat(only(young, "increase(hits[1m])", 30)).isEqualTo(12 * 20 / 15.0, within(1e-12));
  }

  @Test
  void aCounterThatFellBeganAgain() {
    var restarted = Scrapes.of("hits 100 110 5 15 25");
    assertThat(only(restarted, "increase(hits[1m])", 60))
        .isEqualTo((25 - 110 + 110) * 60 / 45.0, within(1e-12));
    assertThat(only(restarted, "irate(hits[1m])", 30)).isEqualTo(5 / 15.0, within(1e-12));
  }

  @Test
  void oneSampleHasNoRate() {
    assertThat(vector(Scrapes.of("hits 1"), "rate(hits[1m])", 0)).isEmpty();
    assertThat(vector(SOME, "rate(hits[15s])", 75)).isEmpty();
  }

  @Test
  void aSampleCountsForLessThanFiveMinutes() {
    assertThat(vector(SOME, "load", 75 + 299)).hasSize(2);
    assertThat(vector(SOME, "load", 75 + 300)).isEmpty();
  }

  @Test
  void aSeriesThatWasNotScrapedAnyMoreIsStaleAtOnceAndStillHasARate() {
    var gone = Scrapes.of("hits 0 10 20 30 _\nother 1 1 1 1 1");
    assertThat(vector(gone, "hits", 45)).hasSize(1);
    assertThat(vector(gone, "hits", 60)).isEmpty();
    assertThat(only(gone, "increase(hits[1m])", 60)).isEqualTo(20 * (30 + 15 + 15) / 30.0);
  }

  /// 90 of 100 are below 0.1, all below 0.5: the 95th lies half way in between, the 45th half way
  /// to 0.1.
  @Test
  void aQuantileIsInterpolatedWithinItsBucket() {
    var buckets = Scrapes.of("b{le=0.1} 90\nb{le=0.5} 100\nb{le=+Inf} 100");
    assertThat(only(buckets, "histogram_quantile(0.95, b)", 0)).isEqualTo(0.3, within(1e-12));
    assertThat(only(buckets, "histogram_quantile(0.45, b)", 0)).isEqualTo(0.05, within(1e-12));
    assertThat(only(buckets, "histogram_quantile(2, b)", 0)).isInfinite();
  }

  @Test
  void aQuantileBeyondTheLastBoundIsThatBound() {
    var buckets = Scrapes.of("b{le=0.1} 90\nb{le=0.5} 95\nb{le=+Inf} 100");
    assertThat(only(buckets, "histogram_quantile(0.99, b)", 0)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({"0 0 0", "1 2 _", "1 _ 2"})
  void aHistogramWithoutObservationsOrItsLastBucketHasNoQuantile(String counts) {
    var parts = counts.split(" ", -1);
    var text =
        "b{le=0.1} %s\nb{le=0.5} %s\n".formatted(parts[0], parts[1])
            + (parts[2].equals("_") ? "" : "b{le=+Inf} " + parts[2]);
    double quantile = only(Scrapes.of(text), "histogram_quantile(0.5, b)", 0);
    if (counts.contains("_ 2")) {
      assertThat(quantile).isEqualTo(0.1, within(1e-12));
    } else {
      assertThat(quantile).isNaN();
    }
  }

  @Test
  void onlyTheNewestScrapesAreKept() {
    var some = Scrapes.of("hits 1 2 3 4 5\nbrief 1 _ _ _ _", 3);
    assertThat(only(some, "hits offset 30s", 60)).isEqualTo(3);
    assertThat(vector(some, "hits offset 45s", 60)).isEmpty();
    assertThat(only(some, "count_over_time(hits[10m])", 60)).isEqualTo(3);
    assertThat(vector(some, "count_over_time(brief[10m])", 60)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sum(rate(hits[1m]) | 1:19: parse error: unexpected end of input, expected \")\"",
        "hits % | 1:7: parse error: unexpected end of input",
        "hits $ 2 | 1:6: parse error: unexpected character: '$'",
        "rate(hits) | 1:1: parse error: expected type range vector in call to function \"rate\","
            + " got instant vector",
        "nothing(hits) | 1:1: parse error: unknown function with name \"nothing\"",
        "rate(hits[1m], 2) | 1:1: parse error: expected 1 argument(s) in call to \"rate\", got 2",
        "hits{pod=\"a} | 1:10: parse error: unterminated quoted string",
        "hits{pod=~\"(\"} | 1:11: parse error: error parsing regexp: Unclosed group",
        "{pod=\"\"} | 1:1: parse error: vector selector must contain at least one non-empty"
            + " matcher",
        "1 == 2 | 1:3: parse error: comparisons between scalars must use BOOL modifier",
        "1 and 2 | 1:3: parse error: set operator \"and\" not allowed in binary scalar expression",
        "hits[1m] + 1 | 1:10: parse error: expression must be of type scalar or instant vector, got"
            + " range vector",
        "sum(1) | 1:4: parse error: expected type instant vector in aggregation expression, got"
            + " scalar",
        "hits @ 5 | 1:6: parse error: unexpected \"@\", the drill's Prometheus has no @ modifier",
      })
  void aMistakeIsToldWithItsPlace(String query, String message) {
    assertThatThrownBy(() -> Query.parse(query)).hasMessage(message);
  }

  @Test
  void aMistakeOnALaterLineIsFoundThere() {
    assertThatThrownBy(() -> Query.parse("sum(\n  hits{\n  pod~\"a\"})"))
        .hasMessageStartingWith("3:6: parse error: unexpected character: '~'");
  }

  @Test
  void seriesThatCannotBeToldApartAreNotMatched() {
    assertThatThrownBy(() -> value(SOME, "hits / on (pod) load", 75))
        .hasMessageContaining("many-to-many matching not allowed");
  }
}
