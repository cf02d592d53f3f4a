package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Signal;
import dev.sluice.judge.count.Counter;
import dev.sluice.judge.count.Counter.Kind;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Slicer;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.count.Weights;
import dev.sluice.metrics.http.Transport;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.query.Preset;
import dev.sluice.release.Failure;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountersSourceTest {
  private static final Instant FROM = Instant.parse("2026-01-02T12:00:00Z");
  private static final Instant TO = FROM.plusSeconds(30);
  private static final Duration SCRAPE = Duration.ofSeconds(15);
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  @Test
  void rawCountersOfEachPodBecomeSlices() {
    var slices = slices(Preset.OTEL, Signal.ERROR_RATE, "");
    assertThat(slices).hasSize(2).allMatch(Slice::tells);
    assertThat(slices.getFirst().canary()).extracting(pod -> pod.pod()).containsExactly("p1", "p2");
    assertThat(slices.getFirst().canaryTally()).isEqualTo(new Tally(20, 2));
  }

  @Test
  void slowRequestsAreCountedByTheLargestBucketWithinTheLimit() {
    var slices = slices(Preset.OTEL, Signal.LATENCY_P99, "");
    assertThat(slices.getFirst().canaryTally()).isEqualTo(new Tally(20, 4));
  }

  @Test
  void ofAHistogramOnlyTheBucketOfTheLimitIsFetched() {
    var answers = new Answers("");
    read(Preset.OTEL, Signal.LATENCY_P99, HALF_A_SECOND, answers);
    assertThat(answers.asked)
        .filteredOn(query -> query.contains("_bucket"))
        .allMatch(query -> query.startsWith("sum by (le)") || query.contains("le=~\"0\\\\.25\""))
        .hasSize(4);
  }

  @Test
  void aBoundThatIsWrittenInTwoWaysIsOne() {
    var answers = new Answers("");
    var counted = read(Preset.OTEL, Signal.LATENCY_P99, Duration.ofSeconds(1), answers);
    assertThat(counted.orElse(CountersSourceTest::failed).counters())
        .filteredOn(counter -> counter.kind() == Kind.GOOD)
        .extracting(Counter::pod)
        .containsExactly("p1", "p2", "p1", "p2");
  }

  @Test
  void anIngressCannotTellPodsApart() {
    var slices = slices(Preset.NGINX, Signal.ERROR_RATE, "");
    assertThat(slices.getFirst().stable()).extracting(pod -> pod.pod()).containsExactly("stable");
    assertThat(slices.getFirst().stableTally()).isEqualTo(new Tally(20, 2));
  }

  @Test
  void anAnswerWithAWarningIsPartial() {
    var slices = slices(Preset.OTEL, Signal.ERROR_RATE, "a store is gone");
    assertThat(slices).noneMatch(Slice::tells);
  }

  @Test
  void aLimitBelowEveryBucketIsNotGuessedAt() {
    var counted = read(Preset.OTEL, Signal.LATENCY_P99, Duration.ofMillis(1), new Answers(""));
    assertThat(counted.orElse(CountersSourceTest::failed).partial()).isTrue();
  }

  @Test
  void whatCannotBeHadFailsTheWhole() {
    var refused = new AnsweringTransport(_ -> AnsweringTransport.refused());
    assertThat(read(Preset.OTEL, Signal.ERROR_RATE, HALF_A_SECOND, refused))
        .isInstanceOf(Result.Failed.class);
  }

  private static List<Slice> slices(Preset preset, Signal signal, String warning) {
    var counted =
        read(preset, signal, HALF_A_SECOND, new Answers(warning))
            .orElse(CountersSourceTest::failed);
    var weights = new Weights(List.of(new Weights.Turn(FROM.minusSeconds(600), 10)));
    return new Slicer(weights, SCRAPE, Duration.ZERO)
        .slices(counted.counters(), FROM, TO, SCRAPE, counted.partial());
  }

  private static Result<Counted> read(
      Preset preset, Signal signal, Duration within, Transport transport) {
    return new CountersSource(new Prometheus(transport), preset, SCRAPE)
        .read(Releases.canary().build(), List.of(signal), within, FROM, TO)
        .map(counted -> counted.values().iterator().next());
  }

  private static Counted failed(Failure failure) {
    throw new AssertionError(failure.toString());
  }

  /// Two pods with ten requests a scrape, of which one failed, eight took a quarter of a second at
  /// most and nine one second.
  private static final class Answers implements Transport {
    private static final List<Bucket> BUCKETS =
        List.of(
            new Bucket("p1", "0.25", 8),
            new Bucket("p2", "0.25", 8),
            new Bucket("p1", "1", 9),
            new Bucket("p2", "1.0", 9),
            new Bucket("p1", "+Inf", 10),
            new Bucket("p2", "+Inf", 10));

    private record Bucket(String pod, String le, int each) {}

    private final String warning;
    private final List<String> asked = new ArrayList<>();

    Answers(String warning) {
      this.warning = warning;
    }

    @Override
    public String where() {
      return "memory";
    }

    @Override
    public <T> Result<T> ask(String path, List<Parameter> parameters, Body<T> body) {
      var query = parameters.getFirst().value();
      asked.add(query);
      var lines =
          query.startsWith("sum by (le)")
              ? BUCKETS.stream().map(bucket -> bound(bucket.le)).distinct().toList()
              : query.contains("bucket")
                  ? buckets(query)
                  : List.of(line("p1", "", each(query)), line("p2", "", each(query)));
      var json =
          "{\"status\":\"success\",\"warnings\":[%s],\"data\":{\"resultType\":\"matrix\",\"result\":[%s]}}"
              .formatted(warning.isEmpty() ? "" : "\"" + warning + "\"", String.join(",", lines));
      try {
        return body.read(200, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String bound(String le) {
      return "{\"metric\":{\"le\":\"%s\"},\"values\":[[%d,\"1\"]]}"
          .formatted(le, FROM.getEpochSecond());
    }

    /// Those that the query names.
    private static List<String> buckets(String query) {
      var named = query.replaceAll(".*le=~\"([^\"]*)\".*", "$1").replace("\\\\", "\\");
      return BUCKETS.stream()
          .filter(bucket -> bucket.le.matches(named))
          .map(bucket -> line(bucket.pod, bucket.le, bucket.each))
          .toList();
    }

    private static int each(String query) {
      return query.contains("5..") || query.contains("5.*") ? 1 : 10;
    }

    private static String line(String pod, String le, int each) {
      long start = FROM.getEpochSecond();
      return "{\"metric\":{\"pod\":\"%s\",\"le\":\"%s\"},\"values\":[[%d,\"%d\"],[%d,\"%d\"],[%d,\"%d\"]]}"
          .formatted(pod, le, start, each, start + 15, 2 * each, start + 30, 3 * each);
    }
  }
}
